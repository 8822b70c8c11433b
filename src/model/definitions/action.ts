import type { Url } from "./app.ts";
import type { ActionField, Key, SearchField } from "./field.ts";
import type { Sample, StepBase } from "./trigger.ts";

/**
 * An action, as metadata.json holds it: its key, which is the name of the file `actions/KEY.ts`, the properties that the file
 * exports as `action`, and the names of its methods.
 */
export interface Action extends StepBase {
  /** The URL to which the fields are POSTed. The method `write` needs none. */
  url?: Url;
  /** The fields that the user fills in when adding the action to a Zap. */
  fields: ActionField[];
  /** An example of the result. The editor offers its keys to later steps. */
  sample?: Sample;
  /** The URL that returns further fields. */
  custom_fields_url?: Url;
  /** The URL that returns the labels of the result's keys. */
  custom_result_fields_url?: Url;
}

/**
 * A search, as metadata.json holds it: its key, which is the name of the file `searches/KEY.ts`, the properties that the file
 * exports as `search`, and the names of its methods.
 */
export interface Search extends StepBase {
  /** The URL that returns the matches. The method `search` needs none. */
  url?: Url;
  /** The URL that returns the found or created object, with `{{variables}}` of that object. */
  resource_url?: Url;
  /** The key of the action that creates an object when the search finds none. */
  search_or_create?: Key;
  /**
   * The name of the step that searches or creates, as users read it: `Find or Create Contact`.
   *
   * @minLength 1
   */
  search_or_create_label?: string;
  /** The fields that the user fills in when adding the search to a Zap. */
  fields: SearchField[];
  /** An example of the result. The editor offers its keys to later steps. */
  sample?: Sample;
  /** The URL that returns further fields. */
  custom_fields_url?: Url;
  /** The URL that returns the labels of the result's keys. */
  custom_result_fields_url?: Url;
}
