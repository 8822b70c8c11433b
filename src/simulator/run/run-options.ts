import type { Meta, ZapInfo } from "../../model/bundles/shared.ts";
import type { FoundField } from "../fields/form.ts";

/** What the user filled in, by the keys of the fields. */
interface Filled {
  readonly [key: string]: unknown;
}

/** What every run may be given. */
export interface RunOptions {
  /** Why the platform asks; what is left out has its value of an ordinary call. */
  readonly meta?: Meta;
  /** What the script sees as `bundle.zap`; `{ id: 0 }` when left out. */
  readonly zap?: ZapInfo;
}

/** What is given to one poll. */
export interface PollOptions extends RunOptions {
  /** What the user filled in for the trigger. */
  readonly trigger_fields?: Filled;
}

/** What is given to a Zap that is turned on. */
export interface TurnOnOptions extends PollOptions {
  /** Where its hooks are to be sent; an address of the platform when left out. */
  readonly target_url?: string;
}

/** What is given to one run of an action. */
export interface WriteOptions extends RunOptions {
  /** What the user filled in for the action. Of line items each field has a list, one entry a line. */
  readonly action_fields?: Filled;
  /** Fields besides the action's own, as `customFields` finds them. */
  readonly custom_fields?: readonly FoundField[];
}

/** What is given to one search. */
export interface SearchOptions extends RunOptions {
  /** What the user filled in for the search. */
  readonly search_fields?: Filled;
  /** Fields besides the search's own, as `customFields` finds them. */
  readonly custom_fields?: readonly FoundField[];
  /** Creates what is not found, with the action that the search names. */
  readonly create?: Pick<WriteOptions, "action_fields" | "custom_fields">;
}

/** What is given when a dynamic dropdown is opened. */
export interface DropdownOptions extends RunOptions {
  /** What the user has filled in so far. */
  readonly fields?: Filled;
  /** Counts from 0, for a trigger with paging. */
  readonly page?: number;
}

/** What is given when custom fields are asked for. */
export interface CustomFieldsOptions extends RunOptions {
  /** What the user has filled in so far. */
  readonly fields?: Filled;
  /** Ask for the labels of what an action or a search returns, in place of the fields that the user fills in. */
  readonly result?: boolean;
}
