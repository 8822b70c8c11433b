// Source: the archived documentation, "Key".
/**
 * The name of something in scripting and in `{{variables}}`: at least two characters, a letter first, then letters,
 * digits or underscores.
 *
 * @pattern ^[A-Za-z][A-Za-z0-9_]+$
 */
export type Key = string;

// Source: the archived documentation, "Field Types".
/** What the platform coerces a field's value to before scripting sees it. */
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
 * The values of a static dropdown, which are its labels, too.
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

/** One field that the platform asks the user for. */
export interface Field {
  /** The name under which scripting and `{{variables}}` find the value. */
  key: Key;
  /**
   * The name the user reads above the input.
   *
   * @minLength 1
   */
  label: string;
  /** What the value is coerced to. `copy` is a text shown to the user, without a value. */
  type: FieldType;
  /** Whether the user must fill it in. A test trigger must not have a required field. */
  required?: boolean;
  /**
   * A sentence or two under the input, in Markdown; links as `[text](address)`.
   *
   * @minLength 1
   */
  help_text?: string;
  /** A grey example inside the empty input; it is never sent. */
  placeholder?: string;
  /** The value the field starts with; for an optional field also the value of every run in which it is empty. */
  default?: string;
  /** A static dropdown: the values, or an object from each value to the label the user reads. */
  choices?: ChoiceList | ChoiceLabels;
  /** Whether the user may give several values; scripting then sees an array. Not for a `dict` or a `file`. */
  list?: boolean;
}

/** A field of a trigger or of a search. */
export interface StepField extends Field {
  /**
   * A dynamic dropdown: the key of a trigger, that of the value in its items, that of the label: `projects.id.title`.
   *
   * @pattern ^[A-Za-z][A-Za-z0-9_]+\.\w+\.\w+$
   */
  prefill?: string;
}

/** A field of an action. */
export interface ActionField extends StepField {
  /**
   * A search connector: the key of a search and that of the value in what it finds: `find_contact.id`. The field needs a
   * dynamic dropdown, too.
   *
   * @pattern ^[A-Za-z][A-Za-z0-9_]+\.\w+$
   */
  searchfill?: string;
  /** The fields with one parent key become line items: a list of objects under that key. */
  parent_key?: Key;
  /** Whether the value is sent in the JSON body: true, when it is left out. */
  send_in_json?: boolean;
}
