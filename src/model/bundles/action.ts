import type {
  BundleBase,
  PreparedPost,
  RequestAuth,
  RequestBase,
  Response,
  SentRequest,
  Values,
} from "./shared.ts";

// Source: the scripting reference, "ACTION_KEY_pre_write".
/** A file to send: its name if it has one, the URL that streams it or its content, its MIME type if it is known. */
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

// Source: runner, bundle.js, `addRequestData`: the filled-in values are put into `data` of any request for fields.
/** The GET for an action's custom fields, as the platform has prepared it. */
export interface PreparedFieldsGet extends RequestBase {
  /** Basic and Digest authentication. */
  auth?: RequestAuth;
  /** The values that the user has filled in so far, as JSON text; null while there are none. */
  data: string | null;
}

/** The common properties of the bundles of the methods that write. */
interface WriteBundleBase extends BundleBase {
  /** The values that are sent in JSON: fields with `send_in_json: false` are left out, and `a__b` becomes `{a: {b: …}}`. */
  action_fields: Values;
  /**
   * The values of all fields under their declared keys, each coerced to its field's type. Line items are lists under their
   * parent key.
   */
  action_fields_full: Values;
  /** The values of all fields as the user wrote them, before the variables were replaced. */
  action_fields_raw: Values;
}

/** The bundle of `pre_write`: the request to the action's URL, before it is sent. */
export interface PreWriteBundle extends WriteBundleBase {
  /** The prepared request. */
  request: PreparedWrite;
  /** The action's URL before its variables were rendered. */
  url_raw: string;
}

/** The bundle of `post_write`: the response from the action's URL. */
export interface PostWriteBundle extends WriteBundleBase {
  /** The request that was sent. */
  request: SentWrite;
  /** The API's response. */
  response: Response;
}

/** The bundle of `write`: the prepared request, which it sends itself. */
export interface WriteBundle extends WriteBundleBase {
  /** The prepared request. */
  request: PreparedWrite;
  /** The action's URL before its variables were rendered. */
  url_raw: string;
}

/** The common properties of the bundles for an action's custom fields, before the response is there. */
interface ActionFieldsBundleBase extends BundleBase {
  /** The values that the user has filled in so far, as written. */
  action_fields: Values;
}

/** The bundle of `custom_action_fields`. */
export interface CustomActionFieldsBundle extends ActionFieldsBundleBase {
  /** A GET with the authentication and an empty URL. The method sends it to a URL of its own. */
  request: PreparedFieldsGet;
}

/** The bundle of `pre_custom_action_fields`. */
export interface PreCustomActionFieldsBundle extends ActionFieldsBundleBase {
  /** The prepared request. */
  request: PreparedFieldsGet;
  /** The custom fields URL before its variables were rendered. */
  url_raw: string;
}

/** The bundle of `post_custom_action_fields`. */
export interface PostCustomActionFieldsBundle extends BundleBase {
  /** The request that was sent. */
  request: SentRequest;
  /** The API's response. */
  response: Response;
  /** The custom fields URL before its variables were rendered. */
  url_raw: string;
}

/** The bundle of `custom_action_result_fields`. */
export interface CustomActionResultFieldsBundle extends ActionFieldsBundleBase {
  /** A GET with the authentication and an empty URL. The method sends it to a URL of its own. */
  request: PreparedFieldsGet;
}

/** The bundle of `pre_custom_action_result_fields`. */
export interface PreCustomActionResultFieldsBundle extends ActionFieldsBundleBase {
  /** The prepared request. */
  request: PreparedFieldsGet;
  /** The custom result fields URL before its variables were rendered. */
  url_raw: string;
}

/** The bundle of `post_custom_action_result_fields`. */
export interface PostCustomActionResultFieldsBundle extends BundleBase {
  /** The request that was sent. */
  request: SentRequest;
  /** The API's response. */
  response: Response;
  /** The custom result fields URL before its variables were rendered. */
  url_raw: string;
}
