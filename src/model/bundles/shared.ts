/** A value that JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Values of any type, by their names. */
export interface Values {
  [key: string]: Json;
}

/** A value of the query string or of a form. An array becomes a repeated name. The platform leaves out null and absent values. */
export type Param = string | number | boolean | null | undefined | (string | number | boolean)[];

/** Header names and values. */
export interface Headers {
  [name: string]: string;
}

/** The parameters of the query string, besides those in the URL. */
export interface Params {
  [name: string]: Param;
}

/** An HTTP method. */
export type HttpMethod = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** The common properties of the requests that the platform prepares. */
export interface RequestBase {
  /** The URL, with its variables rendered. */
  url: string;
  /** The HTTP method. */
  method: HttpMethod;
  /** The headers, with those of the authentication when it is placed in the header. */
  headers: Headers;
  /** The parameters of the query string, besides those in the URL. */
  params: Params;
}

// Source: docs/platform.md, "A request from start to end": Digest puts a third element.
/** Basic and Digest authentication: user name and password; for Digest also `false`. */
export type RequestAuth =
  | [username: string, password: string]
  | [username: string, password: string, preemptive: false];

/** A GET that the platform has prepared. */
export interface PreparedGet extends RequestBase {
  /** Basic and Digest authentication. */
  auth?: RequestAuth;
  /** A GET has no body. */
  data: null;
}

/** A request with a body that the platform has prepared. */
export interface PreparedPost extends RequestBase {
  /** Basic and Digest authentication. */
  auth?: RequestAuth;
  /** The body, as JSON text. */
  data: string;
}

/** The request that was sent, as a `post_` method sees it. It includes the changes of the `pre_` method. */
export interface SentRequest extends RequestBase {
  /** Basic and Digest authentication. */
  auth?: RequestAuth;
  /** The body; null or empty when there was none. */
  data: string | null;
}

/** The API's response. */
export interface Response {
  /** The status: 200, 404, … A 4xx or 5xx is raised after the method has run. */
  status_code: number;
  /** The headers, looked up without regard to case. */
  headers: Headers;
  /** The body as text, never parsed. */
  content: string;
}

/** The user whose Zap runs. */
export interface ZapUser {
  /** An IANA name such as `Europe/Paris`. */
  timezone: string;
}

// Source: docs/platform.md, "bundle.meta and bundle.zap".
/** The Zap that runs. */
export interface ZapInfo {
  /** The Zap's number. */
  id: number;
  /** The name that its user gave it. */
  name?: string;
  /** True if it is turned on. */
  live?: boolean;
  /** Its URL in the editor. */
  link?: string;
  /** The user whose Zap it is. */
  user?: ZapUser;
}

// Source: docs/platform.md, "bundle.meta and bundle.zap".
/** The reason for a call. */
export interface Meta {
  /** The editor asks for at most three samples. */
  frontend?: boolean;
  /** A dynamic dropdown is being filled. */
  prefill?: boolean;
  /** True if the platform filters the result. */
  filter?: boolean;
  /** True if files and methods may be dehydrated. */
  hydrate?: boolean;
  /** The number of items wanted; -1 means no limit. */
  limit?: number;
  /** An account is being tested. */
  test_poll?: boolean;
  /** The opposite of `test_poll`. */
  standard_poll?: boolean;
  /** A Zap is being turned on: the items are remembered and trigger nothing. */
  first_poll?: boolean;
  /** The page of a dynamic dropdown with paging, from 0. */
  page?: number;
}

/** The common properties of the bundles of a connected account. */
export interface BundleBase {
  /**
   * The values that the user filled in when connecting the account, with the result of `get_session_info`, or with the
   * tokens of OAuth and the extra fields.
   */
  auth_fields: Values;
  /** The Zap that runs. */
  zap: ZapInfo;
}
