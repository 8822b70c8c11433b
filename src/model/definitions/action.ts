import type { Url } from "./app.ts";
import type { ActionField, Key, StepField } from "./field.ts";
import type { StepBase } from "./trigger.ts";

/** What an action or a search returns, as an example. */
export interface SampleResult {
  [key: string]: unknown;
}

/**
 * One action: its key, which is the name of the file `actions/KEY.ts`, what that file exports as `action`, and the methods
 * that zap.js implements for it.
 */
export interface Action extends StepBase {
  /** Where the fields are POSTed to. */
  url: Url;
  /** What the user fills in when adding the action to a Zap. */
  fields: ActionField[];
  /** What it returns: the editor offers its keys. */
  sample: SampleResult;
  /** Where further fields are asked for. */
  custom_fields_url?: Url;
  /** Where the labels of what it returns are asked for. */
  custom_result_fields_url?: Url;
}

/**
 * One search: its key, which is the name of the file `searches/KEY.ts`, what that file exports as `search`, and the methods
 * that zap.js implements for it.
 */
export interface Search extends StepBase {
  /** Where matches are asked for. */
  url: Url;
  /** Where the found or created object is read, with `{{variables}}` of what was found. */
  resource_url?: Url;
  /** The key of the action that creates what is not found. */
  search_or_create?: Key;
  /**
   * What the user fills in when adding the search to a Zap.
   *
   * @minItems 1
   */
  fields: StepField[];
  /** What it returns: the editor offers its keys. */
  sample: SampleResult;
  /** Where further fields are asked for. */
  custom_fields_url?: Url;
  /** Where the labels of what it returns are asked for. */
  custom_result_fields_url?: Url;
}
