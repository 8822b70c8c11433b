import type { HttpMethod } from "../model/bundles/shared.ts";
import { Failure } from "../model/failure.ts";
import { objectText } from "../output/object-text.ts";
import type { RunReport, Simulator, Zap } from "../simulator/index.ts";
import type { Edit } from "../simulator/run/stage.ts";
import type { RunRequest, RunRequestOf } from "./api.ts";

/** The simulator that runs are made on, and the Zap that one of them has turned on. */
export interface Simulation {
  readonly sim: Simulator;
  zap?: Zap;
}

/** A run as a call of the simulator. */
interface SimulatorCall {
  /** `sim` or `zap`. */
  readonly of: "sim" | "zap";
  readonly method: string;
  /** Its arguments; those that are undefined at the end are left out. */
  readonly arguments: readonly unknown[];
}

/** The options of a call that the user has not asked for. */
export interface CallOptions {
  readonly edits?: readonly Edit[] | undefined;
  /** The address for the hooks of a Zap that is turned on; the simulator's own if it is left out. */
  readonly target_url?: string;
}

/** The call that each kind of run is. */
const calls: {
  readonly [kind in RunRequest["kind"]]: (asked: RunRequestOf<kind>, options: CallOptions) => SimulatorCall;
} = {
  // The editor shows three samples. Source: docs/platform.md, "Polling and deduplication".
  test: ({ operation, fields }, { edits }) =>
    operation.startsWith("actions/")
      ? ofSim("write", stepKeyOf(operation), { action_fields: fields, edits })
      : ofSim("poll", stepKeyOf(operation), { trigger_fields: fields, meta: { frontend: true }, edits }),
  poll: ({ operation, fields }, { edits }) =>
    ofSim("poll", stepKeyOf(operation), { trigger_fields: fields, edits }),
  write: ({ operation, fields, custom_fields }, { edits }) =>
    ofSim("write", stepKeyOf(operation), { action_fields: fields, custom_fields, edits }),
  search: ({ operation, fields, create }, { edits }) => {
    const created = create && { create: { action_fields: create.fields } };
    return ofSim("search", stepKeyOf(operation), { search_fields: fields, ...created, edits });
  },
  hydrate: ({ pointer }, { edits }) => ofSim("hydrate", pointer, edits && { edits }),
  turn_on: ({ operation, fields }, { edits, target_url }) =>
    ofSim("turnOn", stepKeyOf(operation), { trigger_fields: fields, target_url, edits }),
  zap_poll: (_, { edits }) => ofZap("poll", edits && { edits }),
  hook: ({ method, headers, body, querystring }, { edits }) =>
    ofZap(
      "hook",
      { method: method as HttpMethod | undefined, headers, querystring, body },
      edits && { edits },
    ),
  turn_off: (_, { edits }) => ofZap("turnOff", edits && { edits }),
};

function ofSim(method: string, ...given: readonly unknown[]): SimulatorCall {
  return { of: "sim", method, arguments: given.map(withoutUndefined) };
}

function ofZap(method: string, ...given: readonly unknown[]): SimulatorCall {
  return { of: "zap", method, arguments: given.map(withoutUndefined) };
}

/** JSON has no undefined: options that nobody has given are left out. */
function withoutUndefined(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** `triggers/new_ticket` -> `new_ticket` */
export function stepKeyOf(operation: string): string {
  return operation.slice(operation.indexOf("/") + 1);
}

function callOf(asked: RunRequest, { edits = [], ...options }: CallOptions): SimulatorCall {
  const call = calls[asked.kind] as (asked: RunRequest, options: CallOptions) => SimulatorCall;
  return call(asked, { ...options, ...(edits.length > 0 && { edits }) });
}

/** Makes a run that was asked for. */
export async function perform(asked: RunRequest, on: Simulation, options: CallOptions): Promise<RunReport> {
  const { of, method, arguments: given } = callOf(asked, options);
  const subject = on[of] as unknown as
    | { [method: string]: (...given: unknown[]) => Promise<unknown> }
    | undefined;
  if (!subject) throw new Failure("Failed to run the Zap: it was not turned on.");
  const done = await subject[method]?.(...given);
  if (asked.kind !== "turn_on") return done as RunReport;
  on.zap = done as Zap;
  return on.zap.turnedOn;
}

/** A run as code of a test: `await sim.poll("new_ticket", { trigger_fields: { queue: "sales" } })`. */
export function callCode(asked: RunRequest, options: CallOptions): string {
  const { of, method, arguments: given } = callOf(asked, options);
  const present = given.filter((value) => value !== undefined && JSON.stringify(value) !== "{}");
  return `await ${of}.${method}(${present.map((value) => objectText(value, "  ")).join(", ")})`;
}
