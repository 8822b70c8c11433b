import type { RequestFiles } from "./action.ts";
import type { Headers, HttpMethod, Json, Param, Params, RequestAuth } from "./shared.ts";

/** A body that is sent form-encoded, even under another content type. */
export interface FormData {
  [name: string]: Param;
}

/** The properties of the prepared request that a method can change. A property that is left out stays as prepared. */
interface ChangedRequest {
  /** The URL. */
  url?: string;
  /** The HTTP method. */
  method?: HttpMethod;
  /** Basic and Digest authentication. */
  auth?: RequestAuth;
  /** The headers. They replace the prepared ones. */
  headers?: Headers;
  /** The parameters of the query string. They replace the prepared ones. */
  params?: Params;
}

/** A request, whole or in part. A property that is left out stays as prepared. */
export interface RequestResult extends ChangedRequest {
  /**
   * The body. A string is sent as it is. An object is form-encoded, even under a JSON content type: for JSON return
   * `z.JSON.stringify(…)`.
   */
  data?: string | null | FormData;
}

/** The headers of a request whose body is a form. */
export interface FormHeaders extends Headers {
  /** The encoding of the body. */
  "Content-Type": "application/x-www-form-urlencoded";
}

/** The request of an action with a text as its body, such as JSON from `z.JSON.stringify(…)`. */
export interface TextWriteRequest extends ChangedRequest {
  /** The body, sent as it is. */
  data?: string | null;
  /** The files to send; the body then becomes a part of a multipart body. */
  files?: RequestFiles;
}

/** The request of an action with a form as its body. Its content type must be that of a form. */
export interface FormWriteRequest extends ChangedRequest {
  /** All headers, with the content type of a form. */
  headers: FormHeaders;
  /** The body, as an object: each of its names becomes a name of the form or a part of the multipart body. */
  data: FormData;
  /** The files to send; the body then becomes parts of a multipart body. */
  files?: RequestFiles;
}

/**
 * The request of an action, whole or in part. An object as `data` is sent form-encoded, so it needs the content type of a
 * form. JSON is returned as text.
 */
export type WriteRequestResult = TextWriteRequest | FormWriteRequest;

/** The request for tokens, whole or in part. */
export interface OAuthRequestResult {
  /** The URL. */
  url?: string;
  /** The HTTP method. */
  method?: HttpMethod;
  /** The headers. They replace the prepared ones. */
  headers?: Headers;
  /** The parameters of the query string. They replace the prepared ones. */
  params?: Params;
  /** The body. An object is sent as a form. */
  data?: string | null | FormData;
}

/** An item of a trigger. */
export interface Item {
  /** The value that tells items apart. An item whose id was seen before triggers nothing. */
  id: string | number;
  // biome-ignore lint/suspicious/noExplicitAny: `unknown` would refuse what is typed by an interface
  [key: string]: any;
}

/** The items of a polling trigger, newest first, each with a unique `id`. */
export type Results = Item[];

/** An object that JSON can hold. */
export interface Result {
  // biome-ignore lint/suspicious/noExplicitAny: `unknown` would refuse what is typed by an interface
  [key: string]: any;
}

/** The items of a hook; an empty array or object triggers nothing. */
export type HookResults = Result | Result[];

/** The data that is needed to unsubscribe later. JSON must be able to hold it. */
export type SubscribeData = Json | Result;

/** The object that later steps of the Zap can use. The first object of an array is taken. */
export type WriteResult = Result | Result[];

/** The matches of a search, the best first. An empty array means that there is none. */
export type SearchResults = Result[];

/** The found or created object. */
export type Resource = Result;

// Source: the archived documentation, "Action Fields (Custom)".
/** A field that the API defines. */
export interface CustomField {
  /** The type: `int`, `unicode`, `bool` and so on. */
  type: "unicode" | "text" | "int" | "float" | "bool" | "datetime" | "file" | "copy" | "password";
  /** The name of the value in the request, or in the result. */
  key: string;
  /** The name that the user reads. Default: the key. */
  label?: string;
  /** True if the user must fill it in. Default: true. */
  required?: boolean;
  /** A sentence under the input. */
  help_text?: string;
  /** An example inside the empty input. */
  placeholder?: string;
  /** The initial value of the field. */
  default?: string;
  /** A static dropdown: a list of values, or an object from each value to its label. */
  choices?: string[] | { [value: string]: string };
  /** A dynamic dropdown: `TRIGGER.value_key.label_key`. */
  prefill?: string;
  /** A search connector: `SEARCH.key`. */
  searchfill?: string;
  /** True if the user may give several values. */
  list?: boolean;
  /** True if it stands out among the fields of a trigger's items. */
  important?: boolean;
}

// Source: docs/platform.md, "Limits": at most 1,000 custom fields.
/**
 * The fields, in the order in which they are shown.
 *
 * @maxItems 1000
 */
export type CustomFields = CustomField[];

/** The tokens, and the extra fields that the app asks for. */
export interface TokenResult {
  /** The token that authorises requests. */
  access_token: string;
  /** The token that gets the next access token. */
  refresh_token?: string;
  // biome-ignore lint/suspicious/noExplicitAny: `unknown` would refuse what is typed by an interface
  [key: string]: any;
}

/** The values that are mixed into `bundle.auth_fields` from then on. */
export interface SessionInfo {
  [key: string]: Json;
}

/** The name of the connected account in the editor. */
export type ConnectionLabel = string;
