// Written by `npm run generate` from schema/*.schema.json: change the schemas, not this file.

/**
 * metadata.json: everything of the integration that is not scripting, for review and for the simulator.
 */
export interface Metadata {
  app: App;
  /**
   * The methods of the app as a whole that zap.js implements, in alphabetical order.
   */
  methods: string[];
  /**
   * The triggers, in the order of their keys.
   */
  triggers: Trigger[];
}
/**
 * The integration as a whole: what `export const app` of `app.ts` says.
 */
export interface App {
  /**
   * The integration's name, as users read it.
   */
  title: string;
  /**
   * The integration's own version, for the header of zap.js.
   */
  version: string;
  /**
   * What the service is, in a sentence that begins with the title and `is a` or `is an`.
   */
  description: string;
  /**
   * The key of the trigger that the platform polls to check a new account. It must have no required field.
   */
  test_trigger: string;
  auth: Auth;
}
/**
 * How the platform authenticates: what it asks the user for, and where it puts what it knows into each prepared request.
 */
export interface Auth {
  /**
   * The authentication type. `session`: `get_session_info` exchanges the user's fields for more fields, at first use, after a 401 and after an InvalidSessionException.
   */
  type: "session";
  /**
   * What the user fills in when connecting an account.
   */
  fields: Field[];
  /**
   * Where the mapping's entries go in a prepared request.
   */
  placement: "header" | "querystring" | "both";
  /**
   * Header or parameter names to their values, with `{{variables}}` of the auth fields and of what `get_session_info` returned.
   */
  mapping: {
    [k: string]: string;
  };
}
/**
 * One field that the platform asks the user for: of a trigger or of the authentication.
 */
export interface Field {
  /**
   * The name under which scripting and `{{variables}}` find the value: at least two characters, a letter first, then letters, digits or underscores.
   */
  key: string;
  /**
   * The name the user reads above the input.
   */
  label: string;
  /**
   * What the platform coerces the value to before scripting sees it. `copy` is a text shown to the user, without a value.
   */
  type: "unicode" | "text" | "int" | "float" | "bool" | "datetime" | "dict" | "file" | "copy" | "password";
  /**
   * Whether the user must fill it in. A test trigger must not have a required field.
   */
  required?: boolean;
  /**
   * A sentence or two under the input, in Markdown; links as `[text](address)`.
   */
  help_text?: string;
  /**
   * A grey example inside the empty input; it is never sent.
   */
  placeholder?: string;
  /**
   * The value the field starts with; for an optional field also the value of every run in which it is empty.
   */
  default?: string;
  /**
   * A static dropdown: the values, or an object from each value to the label the user reads.
   */
  choices?:
    | [string, ...string[]]
    | {
        [k: string]: string;
      };
  /**
   * Whether the user may give several values; scripting then sees an array.
   */
  list?: boolean;
}
/**
 * One trigger in metadata.json: its key, which is the name of the file `triggers/KEY.ts`, what `export const trigger` says there, and the methods that zap.js implements for it.
 */
export interface Trigger {
  /**
   * What the trigger's methods in zap.js begin with: at least two characters, a letter first, then letters, digits or underscores.
   */
  key: string;
  /**
   * The trigger's name, as users read it.
   */
  label: string;
  /**
   * What the trigger is about, in the singular: the platform builds sentences with it.
   */
  noun: string;
  /**
   * What the trigger watches for, in one sentence.
   */
  help_text: string;
  /**
   * How items reach the platform. `polling`: it asks the URL every few minutes.
   */
  type: "polling";
  /**
   * The address that is polled, with `{{variables}}` of auth fields and trigger fields.
   */
  url: string;
  /**
   * Whether users do not see it: it serves dropdowns or the test of an account only.
   */
  hidden?: boolean;
  /**
   * What the user fills in when adding the trigger to a Zap.
   */
  fields: Field[];
  /**
   * One item as the trigger returns it: the editor offers its keys, and shows it when there is no live item.
   */
  sample: {
    /**
     * What tells items apart.
     */
    id: string | number;
    [k: string]: unknown;
  };
  /**
   * The methods that zap.js implements for this trigger, without the key, in the order of the platform's documentation.
   */
  methods: string[];
}
