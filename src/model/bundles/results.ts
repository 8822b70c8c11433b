import type { RequestFiles } from "./action.ts";
import type { Headers, HttpMethod, Json, Param, Params, RequestAuth } from "./shared.ts";

/** A body that is sent form-encoded, whatever the content type says. */
export interface FormData {
  [name: string]: Param;
}

/** What a method can change of the prepared request: what is left out stays as it was prepared. */
interface ChangedRequest {
  /** The address. */
  url?: string;
  /** How the request is made. */
  method?: HttpMethod;
  /** Basic and Digest authentication. */
  auth?: RequestAuth;
  /** All headers: the prepared ones are not kept. */
  headers?: Headers;
  /** What becomes the query string: the prepared parameters are not kept. */
  params?: Params;
}

/** A request, whole or in part: what is left out stays as it was prepared. */
export interface RequestResult extends ChangedRequest {
  /**
   * The body. A string is sent as it is; an object is form-encoded, whatever the content type says: for JSON return
   * `z.JSON.stringify(…)`.
   */
  data?: string | null | FormData;
}

/** The headers of a request whose body is a form. */
export interface FormHeaders extends Headers {
  /** How the body is encoded. */
  "Content-Type": "application/x-www-form-urlencoded";
}

/** The request of an action with a text as its body: JSON from `z.JSON.stringify(…)`, say. */
export interface TextWriteRequest extends ChangedRequest {
  /** The body, sent as it is. */
  data?: string | null;
  /** The files to send; the body then becomes a part of a multipart body. */
  files?: RequestFiles;
}

/** The request of an action with a form as its body, which its content type must say. */
export interface FormWriteRequest extends ChangedRequest {
  /** All headers, with the content type of a form. */
  headers: FormHeaders;
  /** The body, as an object: each of its names becomes a name of the form or a part of the multipart body. */
  data: FormData;
  /** The files to send; the body then becomes parts of a multipart body. */
  files?: RequestFiles;
}

/**
 * The request of an action, whole or in part. An object as `data` would be sent form-encoded whatever the content type
 * says: so it needs the content type of a form, and JSON is returned as text.
 */
export type WriteRequestResult = TextWriteRequest | FormWriteRequest;

/** The request for tokens, whole or in part. */
export interface OAuthRequestResult {
  /** The address. */
  url?: string;
  /** How the request is made. */
  method?: HttpMethod;
  /** All headers: the prepared ones are not kept. */
  headers?: Headers;
  /** What becomes the query string: the prepared parameters are not kept. */
  params?: Params;
  /** The body: an object is sent as a form. */
  data?: string | null | FormData;
}

/** An item of a trigger. */
export interface Item {
  /** What tells items apart: an item with an id that was seen before triggers nothing. */
  id: string | number;
  // biome-ignore lint/suspicious/noExplicitAny: `unknown` would refuse what is typed by an interface
  [key: string]: any;
}

/** The items of a polling trigger, newest first, each with an `id` that no other item has. */
export type Results = Item[];

/** An object that JSON can hold. */
export interface Result {
  // biome-ignore lint/suspicious/noExplicitAny: `unknown` would refuse what is typed by an interface
  [key: string]: any;
}

/** The items of a hook; an empty array or object triggers nothing. */
export type HookResults = Result | Result[];

/** What is needed to unsubscribe later, as JSON can hold it. */
export type SubscribeData = Json | Result;

/** What later steps of the Zap can use. Of an array, the first object is taken. */
export type WriteResult = Result | Result[];

/** The matches of a search, the best first; an empty array where there is none. */
export type SearchResults = Result[];

/** The found or created object. */
export type Resource = Result;

// Source: the archived documentation, "Action Fields (Custom)".
/** A field that the API defines. */
export interface CustomField {
  /** The type: `int`, `unicode`, `bool` and so on. */
  type: "unicode" | "text" | "int" | "float" | "bool" | "datetime" | "file" | "copy" | "password";
  /** The name under which the value is sent, or stands in the result. */
  key: string;
  /** What the user reads; the key, when it is left out. */
  label?: string;
  /** Whether the user must fill it in: true, when it is left out. */
  required?: boolean;
  /** A sentence under the input. */
  help_text?: string;
  /** An example inside the empty input. */
  placeholder?: string;
  /** The value the field starts with. */
  default?: string;
  /** A static dropdown: the values, or an object from each value to the label the user reads. */
  choices?: string[] | { [value: string]: string };
  /** A dynamic dropdown: `TRIGGER.value_key.label_key`. */
  prefill?: string;
  /** A search connector: `SEARCH.key`. */
  searchfill?: string;
  /** Whether the user may give several values. */
  list?: boolean;
  /** Whether it stands out among the fields of a trigger's items. */
  important?: boolean;
}

// Source: platform-facts, "Smaller facts": at most 1,000 custom fields.
/**
 * Fields in the order in which they are shown.
 *
 * @maxItems 1000
 */
export type CustomFields = CustomField[];

/** The tokens, and the extra fields that the app asks for. */
export interface TokenResult {
  /** What authorises requests. */
  access_token: string;
  /** What gets the next access token. */
  refresh_token?: string;
  // biome-ignore lint/suspicious/noExplicitAny: `unknown` would refuse what is typed by an interface
  [key: string]: any;
}

/** What is mixed into `bundle.auth_fields` from then on. */
export interface SessionInfo {
  [key: string]: Json;
}

/** How the connected account is named in the editor. */
export type ConnectionLabel = string;
