import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LogLine, type Simulator, simulate } from "zapc/simulator";
import { DATA_TIME, type Portal, startPortal } from "../../portal/index.ts";
import { runs } from "./runs.ts";

/** A call of one method, with all that the script saw of the platform. */
export interface RecordedCall {
  readonly run: string;
  readonly method: string;
  readonly bundle: object;
  /** What was asked of `z`, in order. */
  readonly answers: readonly object[];
  readonly outcome: { readonly returned: unknown } | { readonly thrown: { readonly name: string } };
}

/** One run: what is done with a new simulator, and with its portal, whose one right key is the account's. */
export type Perform = (given: {
  readonly simulator: Simulator;
  readonly portal: Portal;
}) => Promise<{ readonly logs: readonly LogLine[] }>;

/** The account that is connected. Its domain stands for the portal on loopback. */
const account = { domain: "data.example.com", api_key: "secret-key" };

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
  const portal = await startPortal({ api_key: account.api_key });
  const simulator = await simulate({
    script,
    metadata: "dist/metadata.json",
    auth_fields: account,
    url_base: portal.url,
    now: DATA_TIME,
  });
  const { logs } = await perform({ simulator, portal });
  await simulator.close();
  await portal.close();
  return logs.map(({ text }) => JSON.parse(text, withoutDate));
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
