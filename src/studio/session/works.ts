import type { FieldAddress, StepRef } from "../../simulator/index.ts";
import type { Edit } from "../../simulator/run/stage.ts";
import type { FieldRequest, RunRequest, StepRequest } from "../api.ts";
import { type CallOptions, perform, stepKeyOf } from "../run-calls.ts";
import type { RunStep } from "./run-record.ts";

type Perform = RunStep["perform"];
const withEdits = (edits: readonly Edit[] | undefined) => ({ ...(edits && edits.length > 0 && { edits }) });

/** The work of a run that the user asks for. */
export const workOf =
  (asked: RunRequest, options: Pick<CallOptions, "target_url"> = {}): Perform =>
  (on, edits) =>
    perform(asked, on, { ...options, edits });

/** Opens the dropdown of a field. */
export const dropdown =
  ({ field, fields, page = 0, operation }: FieldRequest): Perform =>
  (on, edits) =>
    on.sim.dropdown(addressOf(operation, field), { fields, page, ...withEdits(edits) });

/** Asks for custom fields. */
export const customFields =
  ({ operation, fields }: StepRequest): Perform =>
  (on, edits) =>
    on.sim.customFields(stepRef(operation), { fields, ...withEdits(edits) });

/** Runs the search that a field is connected to, with the fields of that search. */
export const searchConnector =
  ({ operation, field, fields }: FieldRequest): Perform =>
  (on, edits) =>
    on.sim.searchfill(addressOf(operation, field), { search_fields: fields, ...withEdits(edits) });

function addressOf(operation: string, field: string): FieldAddress {
  return { ...stepRef(operation), field };
}

function stepRef(operation: string): StepRef {
  const key = stepKeyOf(operation);
  if (operation.startsWith("triggers/")) return { trigger: key };
  return operation.startsWith("actions/") ? { action: key } : { search: key };
}
