// Source: the archived documentation, "Key".
/**
 * A name in scripting and in `{{variables}}`: at least two characters, a letter first, then letters, digits or underscores.
 *
 * @pattern ^[A-Za-z][A-Za-z0-9_]+$
 */
export type Key = string;

// Source: the archived documentation, "Field Types".
/** The type to which the platform coerces a field's value before scripting sees it. */
export type FieldType =
  | "unicode"
  | "text"
  | "int"
  | "float"
  | "bool"
  | "datetime"
  | "dict"
  | "file"
  | "copy"
  | "password";

/**
 * The values of a static dropdown. They are also its labels.
 *
 * @minItems 1
 */
export type ChoiceList = string[];

/**
 * The values of a static dropdown, each with the label that the user reads.
 *
 * @minProperties 1
 */
export interface ChoiceLabels {
  [value: string]: string;
}

/** A field that the user fills in. */
export interface Field {
  /** The name of the value in scripting and in `{{variables}}`. */
  key: Key;
  /**
   * The name that the user reads above the input.
   *
   * @minLength 1
   */
  label: string;
  /** The type of the value. `copy` is a text for the user, without a value. */
  type: FieldType;
  /** True if the user must fill it in. A test trigger must not have a required field. */
  required?: boolean;
  /**
   * A sentence or two below the input, in Markdown. A link is `[text](address)`.
   *
   * @minLength 1
   */
  help_text?: string;
  /** A grey example inside the empty input. It is never sent. */
  placeholder?: string;
  /** The initial value. For an optional field it is also the value of every run in which the field is empty. */
  default?: string;
  /** A static dropdown: a list of values, or an object from each value to its label. */
  choices?: ChoiceList | ChoiceLabels;
  /** True if the user may give several values. Scripting then sees an array. Not for a `dict` or a `file`. */
  list?: boolean;
}

/** A field that the user fills in when connecting an account. */
export interface AuthField extends Field {
  /**
   * The text around the input, with `{{input}}` for the input itself and commas between the parts, as in
   * `https://,{{input}},.example.com`. The builder calls it the subdomain format. The value is the input alone.
   *
   * @pattern \{\{input\}\}
   */
  input_format?: string;
}

/** A field of a trigger. */
export interface StepField extends Field {
  /**
   * A dynamic dropdown: the key of a trigger, the key of the value in its items, and the key of the label, as in
   * `projects.id.title`.
   *
   * @pattern ^[A-Za-z][A-Za-z0-9_]+\.\w+\.\w+$
   */
  prefill?: string;
}

/** A field of a search. */
export interface SearchField extends StepField {
  // Source: the archived documentation, "Search Connector", of actions. Assumed: a search may have them, too.
  /**
   * A search connector: the key of a search and the key of the value in its result, as in `find_contact.id`. The field also
   * needs a dynamic dropdown.
   *
   * @pattern ^[A-Za-z][A-Za-z0-9_]+\.\w+$
   */
  searchfill?: string;
}

/** A field of an action. */
export interface ActionField extends SearchField {
  /** Makes line items of the fields with the same parent key: a list of objects under that key. */
  parent_key?: Key;
  /** True if the value is sent in the JSON body. Default: true. */
  send_in_json?: boolean;
}
