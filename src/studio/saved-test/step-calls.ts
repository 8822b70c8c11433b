import type { HttpMethod } from "../../model/bundles/shared.ts";
import { objectText } from "../../output/object-text.ts";
import type { RunReport, Simulator, Zap } from "../../simulator/index.ts";
import type { Asked, AskedOf } from "../api.ts";
import type { SavedStep } from "./saved-step.ts";

/** The simulator that steps are done on, and the Zap that one of them has turned on. */
export interface On {
  readonly sim: Simulator;
  zap?: Zap;
}

/** A step as a call of the simulator. */
interface StepCall {
  /** `sim` or `zap`. */
  readonly of: "sim" | "zap";
  readonly method: string;
  /** Its arguments; those that are undefined at the end are left out. */
  readonly arguments: readonly unknown[];
}

type Edits = Pick<SavedStep, "edits">;

/** The call that each kind of step is. */
const calls: { readonly [kind in Asked["kind"]]: (asked: AskedOf<kind>, edits: Edits) => StepCall } = {
  test: ({ operation, fields }, edits) =>
    operation.startsWith("actions/")
      ? ofSim("write", keyOf(operation), { action_fields: fields, ...edits })
      : ofSim("poll", keyOf(operation), { trigger_fields: fields, meta: { frontend: true }, ...edits }),
  poll: ({ operation, fields }, edits) =>
    ofSim("poll", keyOf(operation), { trigger_fields: fields, ...edits }),
  write: ({ operation, fields, custom_fields }, edits) =>
    ofSim("write", keyOf(operation), { action_fields: fields, custom_fields, ...edits }),
  search: ({ operation, fields, create }, edits) => {
    const created = create && { create: { action_fields: create.fields } };
    return ofSim("search", keyOf(operation), { search_fields: fields, ...created, ...edits });
  },
  hydrate: ({ pointer }, edits) => ofSim("hydrate", pointer, edits.edits && edits),
  turn_on: ({ operation, fields }) => ofSim("turnOn", keyOf(operation), { trigger_fields: fields }),
  zap_poll: (_, edits) => ofZap("poll", edits.edits && edits),
  hook: ({ method, headers, body, querystring }) =>
    ofZap("hook", { method: method as HttpMethod | undefined, headers, querystring, body }),
  turn_off: () => ofZap("turnOff"),
};

function ofSim(method: string, ...given: readonly unknown[]): StepCall {
  return { of: "sim", method, arguments: given.map(withoutUndefined) };
}

function ofZap(method: string, ...given: readonly unknown[]): StepCall {
  return { of: "zap", method, arguments: given.map(withoutUndefined) };
}

/** JSON has no undefined: options that nobody has given are left out. */
function withoutUndefined(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** `triggers/new_ticket` -> `new_ticket` */
function keyOf(operation: string): string {
  return operation.slice(operation.indexOf("/") + 1);
}

function callOf({ asked, edits = [] }: SavedStep): StepCall {
  const call = calls[asked.kind] as (asked: Asked, edits: Edits) => StepCall;
  return call(asked, edits.length > 0 ? { edits } : {});
}

/** Does a step as the saved test does it. */
export async function perform(step: SavedStep, on: On): Promise<RunReport> {
  const { of, method, arguments: given } = callOf(step);
  const subject = on[of] as unknown as { [method: string]: (...given: unknown[]) => Promise<unknown> };
  const done = await subject[method]?.(...given);
  if (step.asked.kind !== "turn_on") return done as RunReport;
  on.zap = done as Zap;
  return on.zap.turnedOn;
}

/** A step as code of a test: `await sim.poll("new_ticket", { trigger_fields: { queue: "sales" } })`. */
export function stepCode(step: SavedStep): string {
  const { of, method, arguments: given } = callOf(step);
  const present = given.filter((value) => value !== undefined && JSON.stringify(value) !== "{}");
  return `await ${of}.${method}(${present.map((value) => objectText(value, "  ")).join(", ")})`;
}
