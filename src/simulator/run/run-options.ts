import type { Meta, ZapInfo } from "../../model/bundles/shared.ts";
import type { FoundField } from "../fields/form.ts";
import type { Edit } from "./stage.ts";

/** The values that the user filled in, by the keys of the fields. */
interface FilledFields {
  readonly [key: string]: unknown;
}

/** The edits of a run. */
export interface EditOptions {
  /** Values that the run uses in place of its own. Throws a Failure where one names a stage or a request that a run without an error does not have. */
  readonly edits?: readonly Edit[] | undefined;
}

/** The options of every run. */
export interface RunOptions extends EditOptions {
  /** The reason of the call; a property that is left out has its value of an ordinary call. */
  readonly meta?: Meta;
  /** The value of `bundle.zap`; `{ id: 0 }` when left out. */
  readonly zap?: ZapInfo;
}

/** The options of one poll. */
export interface PollOptions extends RunOptions {
  /** The values that the user filled in for the trigger. */
  readonly trigger_fields?: FilledFields;
}

/** The options of a Zap that is turned on. */
export interface TurnOnOptions extends PollOptions {
  /** The address that its hooks are to be sent to; one of the platform when left out. */
  readonly target_url?: string;
}

/** The options of one run of an action. */
export interface WriteOptions extends RunOptions {
  /** The values that the user filled in for the action. Each field of line items has a list, one entry a line. */
  readonly action_fields?: FilledFields;
  /** Fields besides the action's own, as `customFields` finds them. */
  readonly custom_fields?: readonly FoundField[];
}

/** The options of one search. */
export interface SearchOptions extends RunOptions {
  /** The values that the user filled in for the search. */
  readonly search_fields?: FilledFields;
  /** Fields besides the search's own, as `customFields` finds them. */
  readonly custom_fields?: readonly FoundField[];
  /** Creates what is not found, with the action that the search names. */
  readonly create?: Pick<WriteOptions, "action_fields" | "custom_fields">;
}

/** The options of opening a dynamic dropdown. */
export interface DropdownOptions extends RunOptions {
  /** The values that the user has filled in so far. */
  readonly fields?: FilledFields;
  /** Counts from 0, for a trigger with paging. */
  readonly page?: number;
}

/** The options of asking for custom fields. */
export interface CustomFieldsOptions extends RunOptions {
  /** The values that the user has filled in so far. */
  readonly fields?: FilledFields;
  /** Ask for the labels of what an action or a search returns, in place of the fields that the user fills in. */
  readonly result?: boolean;
}
