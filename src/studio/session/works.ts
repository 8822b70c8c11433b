import type { HttpMethod } from "../../model/bundles/shared.ts";
import { Failure } from "../../model/failure.ts";
import type { FieldAddress, StepRef } from "../../simulator/index.ts";
import type { Edit } from "../../simulator/run/stage.ts";
import type { Asked, AskedOf, FieldAsked, StepAsked } from "../api.ts";
import { keyOf } from "./operations.ts";
import type { On, Step } from "./run-record.ts";

type Perform = Step["perform"];
const withEdits = (edits: readonly Edit[] | undefined) => ({ ...(edits && edits.length > 0 && { edits }) });
const custom = ({ custom_fields }: AskedOf<"write">) => ({ ...(custom_fields && { custom_fields }) });

/** The work of each kind of run that has a simulator of its own. */
const single: {
  readonly [kind in "test" | "poll" | "write" | "search" | "hydrate"]: (asked: AskedOf<kind>) => Perform;
} = {
  // The editor shows three samples. Source: docs/platform.md, "Polling and deduplication".
  test: (asked) => (on, edits) =>
    asked.operation.startsWith("actions/")
      ? single.write(asked)(on, edits)
      : on.sim.poll(keyOf(asked.operation), {
          ...{ trigger_fields: asked.fields, meta: { frontend: true } },
          ...withEdits(edits),
        }),
  poll: (asked) => (on, edits) =>
    on.sim.poll(keyOf(asked.operation), { trigger_fields: asked.fields, ...withEdits(edits) }),
  write: (asked) => (on, edits) =>
    on.sim.write(keyOf(asked.operation), {
      action_fields: asked.fields,
      ...custom(asked),
      ...withEdits(edits),
    }),
  search:
    ({ operation, fields, create }) =>
    (on, edits) =>
      on.sim.search(keyOf(operation), {
        ...{ search_fields: fields, ...(create && { create: { action_fields: create.fields } }) },
        ...withEdits(edits),
      }),
  hydrate:
    ({ pointer }) =>
    (on, edits) =>
      on.sim.hydrate(pointer, withEdits(edits)),
};

/** The work of a run with a simulator of its own; undefined where it is one of a Zap. */
export function singleWork(asked: Asked): Perform | undefined {
  const { kind } = asked;
  if (!Object.hasOwn(single, kind)) return undefined;
  const work: (asked: never) => Perform = single[kind as keyof typeof single];
  return work(asked as never);
}

/** Opens the dropdown of a field. */
export const dropdown =
  ({ field, fields, page = 0, operation }: FieldAsked): Perform =>
  (on, edits) =>
    on.sim.dropdown(addressOf(operation, field), { fields, page, ...withEdits(edits) });

/** Asks for custom fields. */
export const customFields =
  ({ operation, fields }: StepAsked): Perform =>
  (on, edits) =>
    on.sim.customFields(stepRef(operation), { fields, ...withEdits(edits) });

/** Runs the search that a field is connected to, with the fields of that search. */
export const searchConnector =
  ({ operation, field, fields }: FieldAsked): Perform =>
  (on, edits) =>
    on.sim.searchfill(addressOf(operation, field), { search_fields: fields, ...withEdits(edits) });

/** The work of the runs of a Zap. */
export const zapWorks = {
  turn_on:
    ({ operation, fields }: AskedOf<"turn_on">, target_url: string): Perform =>
    async (on) => {
      on.zap = await on.sim.turnOn(keyOf(operation), { trigger_fields: fields, target_url });
      return on.zap.turnedOn;
    },
  poll: (): Perform => (on, edits) => zapOn(on).poll(withEdits(edits)),
  hook:
    ({
      method,
      headers,
      body,
      querystring,
    }: Pick<AskedOf<"hook">, "method" | "headers" | "body" | "querystring">): Perform =>
    (on) =>
      zapOn(on).hook({
        ...(method !== undefined && { method: method as HttpMethod }),
        ...(headers && { headers }),
        ...(querystring !== undefined && { querystring }),
        body,
      }),
  turn_off: (): Perform => (on) => zapOn(on).turnOff(),
};

function zapOn({ zap }: On) {
  if (zap) return zap;
  throw new Failure("Failed to run the Zap: it was not turned on.");
}

function addressOf(operation: string, field: string): FieldAddress {
  return { ...stepRef(operation), field };
}

function stepRef(operation: string): StepRef {
  const key = keyOf(operation);
  if (operation.startsWith("triggers/")) return { trigger: key };
  return operation.startsWith("actions/") ? { action: key } : { search: key };
}
