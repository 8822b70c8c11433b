import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RunReport } from "zapc/simulator";

/** A call of one method, with all that the script saw of the platform. */
export interface RecordedCall {
  readonly run: string;
  readonly method: string;
  readonly bundle: object;
  /** What was asked of `z`, in order. */
  readonly answers: readonly object[];
  readonly outcome: { readonly returned: unknown } | { readonly thrown: { readonly name: string } };
}

const recorder = readFileSync(new URL("recorder.js", import.meta.url), "utf8");

/** Writes dist/zap.js so that its runs log each call of a method, beside its metadata. Returns the new folder. */
export function writeRecordedScript(): string {
  const folder = mkdtempSync(join(tmpdir(), "zapc-record-"));
  cpSync("dist/metadata.json", join(folder, "metadata.json"));
  writeFileSync(join(folder, "zap.js"), `${readFileSync("dist/zap.js", "utf8")}\n${recorder}`);
  return folder;
}

/** The calls that runs of that script have logged. */
export function callsIn(run: string, reports: readonly RunReport[]): RecordedCall[] {
  const texts = reports.flatMap(({ logs }) => logs.map(({ text }) => text));
  // The portal's addresses have a port that is another one each time.
  const portless = texts.map((text) => text.replace(/(127\.0\.0\.1):\d+/g, "$1"));
  return portless.map((text) => ({ run, ...JSON.parse(text, withoutDate) }));
}

/** The recorded calls. To record them anew: `npx vitest run --mode all test/conformance/zap-agrees -u`. */
export function recordedCalls(): RecordedCall[] {
  return JSON.parse(readFileSync(callsFile, "utf8"));
}

export const callsFile = fileURLToPath(new URL("calls.json", import.meta.url));

/** An answer's headers without the time at which it was recorded. */
function withoutDate(key: string, value: { date?: string }): unknown {
  if (key === "headers") delete value.date;
  return value;
}

/** The calls as they are kept: the order of an object's keys says nothing. */
export function asFile(calls: readonly RecordedCall[]): string {
  return `${JSON.stringify(calls, inOneOrder, 2)}\n`;
}

function inOneOrder(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
