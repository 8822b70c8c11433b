/*
 * What an integration declares, as metadata.json holds it. schema/*.schema.json is made of this file and of bundles.ts and
 * results.ts: `npm run generate`.
 */

/** metadata.json: everything of the integration that is not scripting, for review and for the simulator. */
export interface Metadata {
  /** The integration as a whole. */
  app: App;
  /**
   * The methods of the app as a whole that zap.js implements, in the order of the platform's documentation.
   *
   * @uniqueItems
   */
  methods: string[];
  /** The triggers, in the order of their keys. */
  triggers: Trigger[];
}

// Source: the archived documentation, "Key".
/**
 * The name of something in scripting and in `{{variables}}`: at least two characters, a letter first, then letters,
 * digits or underscores.
 *
 * @pattern ^[A-Za-z][A-Za-z0-9_]+$
 */
export type Key = string;

/** The integration as a whole: what `app.ts` exports as `app`. */
export interface App {
  /**
   * The integration's name, as users read it.
   *
   * @minLength 1
   */
  title: string;
  /**
   * The integration's own version, for the header of zap.js.
   *
   * @pattern ^\d+\.\d+\.\d+$
   */
  version: string;
  /**
   * What the service is, in a sentence that begins with the title and `is a` or `is an`.
   *
   * @minLength 1
   */
  description: string;
  /** The trigger that the platform polls to check a new account. It must have no required field. */
  test_trigger: Key;
  /** How the platform authenticates. */
  auth: Auth;
}

/** What the platform asks the user for to authenticate, and where it puts what it knows into each prepared request. */
export interface Auth {
  /**
   * The authentication type. `session`: `get_session_info` exchanges the user's fields for more fields, at first use, after
   * a 401 and after an InvalidSessionException.
   */
  type: "session";
  /** What the user fills in when connecting an account. */
  fields: Field[];
  /** Where the mapping's entries go in a prepared request. */
  placement: "header" | "querystring" | "both";
  /**
   * Header or parameter names to their values, with `{{variables}}` of the auth fields and of what `get_session_info`
   * returned.
   */
  mapping: { [name: string]: string };
}

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

/** One field that the platform asks the user for: of a trigger or of the authentication. */
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
  /**
   * A static dropdown: the values, or an object from each value to the label the user reads.
   *
   * @minItems 1
   * @minProperties 1
   */
  choices?: string[] | { [value: string]: string };
  /** Whether the user may give several values; scripting then sees an array. Not for a `dict` or a `file`. */
  list?: boolean;
}

/**
 * One trigger: its key, which is the name of the file `triggers/KEY.ts`, what that file exports as `trigger`, and the
 * methods that zap.js implements for it.
 */
export interface Trigger {
  /** What the trigger's methods in zap.js begin with. */
  key: Key;
  /** How items reach the platform. `polling`: it asks the URL every few minutes. */
  type: "polling";
  /**
   * The trigger's name, as users read it.
   *
   * @minLength 1
   */
  label: string;
  /**
   * What the trigger is about, in the singular: the platform builds sentences with it.
   *
   * @minLength 1
   */
  noun: string;
  /**
   * What the trigger watches for, in one sentence.
   *
   * @minLength 1
   */
  help_text: string;
  /**
   * The address that is polled, with `{{variables}}` of auth fields and trigger fields.
   *
   * @pattern ^https?://
   */
  url: string;
  /** Whether users do not see it: it serves dropdowns or the test of an account only. */
  hidden?: boolean;
  /** What the user fills in when adding the trigger to a Zap. */
  fields: Field[];
  /** One item as the trigger returns it: the editor offers its keys, and shows it when there is no live item. */
  sample: Sample;
  /**
   * The methods that zap.js implements for this trigger, without the key, in the order of the platform's documentation.
   *
   * @uniqueItems
   */
  methods: string[];
}

/** An item as a trigger returns it. */
export interface Sample {
  /** What tells items apart. */
  id: string | number;
  [key: string]: unknown;
}
