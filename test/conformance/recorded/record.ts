import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunReport } from "zapc/simulator";
import { startSimulated } from "../../platform/world.ts";
import { DATA_TIME } from "../../portal/index.ts";
import { type Perform, runs } from "./runs.ts";

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

/** Runs dist/zap.js on the simulator, with the portal's stand-in, and gives every call of a method. */
export async function record(): Promise<RecordedCall[]> {
  const folder = mkdtempSync(join(tmpdir(), "zapc-record-"));
  const script = join(folder, "zap.js");
  writeFileSync(script, `${readFileSync("dist/zap.js", "utf8")}\n${recorder}`);
  const calls: RecordedCall[] = [];
  for (const [run, perform] of Object.entries(runs)) {
    for (const call of await callsOf(script, perform)) calls.push({ run, ...call });
  }
  rmSync(folder, { recursive: true });
  return calls;
}

async function callsOf(script: string, perform: Perform): Promise<Omit<RecordedCall, "run">[]> {
  const world = await startSimulated();
  const platform = await world.connect({ script, now: DATA_TIME });
  const reports = (await perform({ ...world, platform })) as readonly RunReport[];
  await world.close();
  return reports.flatMap(({ logs }) => logs.map(({ text }) => JSON.parse(text, withoutDate)));
}

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
