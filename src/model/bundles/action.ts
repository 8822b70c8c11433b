import type {
  BundleBase,
  PreparedPost,
  RequestAuth,
  RequestBase,
  Response,
  SentRequest,
  Values,
} from "./shared.ts";

// Source: scripting-methods, "ACTION_KEY_pre_write".
/** A file to send: its name if it has one, the address that streams it, its MIME type if it is known. */
export type RequestFile = [filename: string | null, url_or_content: string, mimetype: string | null];

/** The files of a request, by the keys of their fields. */
export interface RequestFiles {
  [key: string]: RequestFile;
}

/** The POST of an action that the platform has prepared. */
export interface PreparedWrite extends PreparedPost {
  /** The files that the user gave, by the keys of their fields. */
  files?: RequestFiles;
}

/** The request of an action that was sent, as `post_write` sees it. */
export interface SentWrite extends SentRequest {
  /** The files that were sent, by the keys of their fields. */
  files?: RequestFiles;
}

// Source: runner, bundle.js, `addRequestData`: whatever the fields are asked for with, what is filled in is put into `data`.
/** The GET for an action's custom fields that the platform has prepared. */
export interface PreparedFieldsGet extends RequestBase {
  /** Basic and Digest authentication. */
  auth?: RequestAuth;
  /** What the user has filled in so far, as JSON text; null while that is nothing. */
  data: string | null;
}

/** What the bundles of the methods that write have in common. */
interface WriteBundleBase extends BundleBase {
  /** What is sent in JSON: the fields that are not kept out of the body, `a__b` as `{a: {b: …}}`. */
  action_fields: Values;
  /**
   * All fields, each value coerced to its field's type, under the keys that they were declared with; line items as lists
   * under their parent key.
   */
  action_fields_full: Values;
  /** All fields as the user wrote them, before the variables were replaced. */
  action_fields_raw: Values;
}

/** What `pre_write` gets: the request to the action's URL, before it is sent. */
export interface PreWriteBundle extends WriteBundleBase {
  /** The prepared request. */
  request: PreparedWrite;
  /** The action's URL before its variables were rendered. */
  url_raw: string;
}

/** What `post_write` gets: the answer from the action's URL. */
export interface PostWriteBundle extends WriteBundleBase {
  /** The request that was sent. */
  request: SentWrite;
  /** What the API answered. */
  response: Response;
}

/** What `write` gets: the prepared request, which it sends itself. */
export interface WriteBundle extends WriteBundleBase {
  /** The prepared request. */
  request: PreparedWrite;
  /** The action's URL before its variables were rendered. */
  url_raw: string;
}

/** What the bundles for an action's custom fields have in common, before the answer is there. */
interface CustomFieldsBundle extends BundleBase {
  /** What the user has filled in so far, as written. */
  action_fields: Values;
}

/** What `custom_action_fields` gets. */
export interface CustomActionFieldsBundle extends CustomFieldsBundle {
  /** A GET with the authentication in it, and with an empty URL: the method asks where it likes. */
  request: PreparedFieldsGet;
}

/** What `pre_custom_action_fields` gets. */
export interface PreCustomActionFieldsBundle extends CustomFieldsBundle {
  /** The prepared request. */
  request: PreparedFieldsGet;
  /** The custom fields URL before its variables were rendered. */
  url_raw: string;
}

/** What `post_custom_action_fields` gets. */
export interface PostCustomActionFieldsBundle extends BundleBase {
  /** The request that was sent. */
  request: SentRequest;
  /** What the API answered. */
  response: Response;
  /** The custom fields URL before its variables were rendered. */
  url_raw: string;
}

/** What `custom_action_result_fields` gets. */
export interface CustomActionResultFieldsBundle extends CustomFieldsBundle {
  /** A GET with the authentication in it, and with an empty URL: the method asks where it likes. */
  request: PreparedFieldsGet;
}

/** What `pre_custom_action_result_fields` gets. */
export interface PreCustomActionResultFieldsBundle extends CustomFieldsBundle {
  /** The prepared request. */
  request: PreparedFieldsGet;
  /** The custom result fields URL before its variables were rendered. */
  url_raw: string;
}

/** What `post_custom_action_result_fields` gets. */
export interface PostCustomActionResultFieldsBundle extends BundleBase {
  /** The request that was sent. */
  request: SentRequest;
  /** What the API answered. */
  response: Response;
  /** The custom result fields URL before its variables were rendered. */
  url_raw: string;
}
