/** A value that JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Values by their names, whatever they are. */
export interface Values {
  [key: string]: Json;
}

/** A value of the query string or of a form; an array becomes a repeated name, null and undefined are left out. */
export type Param = string | number | boolean | null | undefined | (string | number | boolean)[];

/** Header names and values. */
export interface Headers {
  [name: string]: string;
}

/** What becomes the query string, apart from what the URL already has. */
export interface Params {
  [name: string]: Param;
}

/** How a request is made. */
export type HttpMethod = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** What every request has that the platform has prepared. */
export interface RequestBase {
  /** The address, with its variables rendered. */
  url: string;
  /** How the request is made. */
  method: HttpMethod;
  /** Header names as the platform spells them, with the authentication's headers where they are placed there. */
  headers: Headers;
  /** What becomes the query string, apart from what the URL already has. */
  params: Params;
}

// Source: platform-facts, "A request from start to end": Digest puts a third element.
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

/** The request that was sent, as a `post_` method sees it: what the `pre_` method made of it. */
export interface SentRequest extends RequestBase {
  /** Basic and Digest authentication. */
  auth?: RequestAuth;
  /** The body; null or empty when there was none. */
  data: string | null;
}

/** What the API answered. */
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

// Source: platform-facts, "bundle.meta and bundle.zap".
/** About the Zap that runs. */
export interface ZapInfo {
  /** The Zap's number. */
  id: number;
  /** What its user called it. */
  name?: string;
  /** Whether it is turned on. */
  live?: boolean;
  /** Its address in the editor. */
  link?: string;
  /** Whose Zap it is. */
  user?: ZapUser;
}

// Source: platform-facts, "bundle.meta and bundle.zap".
/** Why the platform asks. */
export interface Meta {
  /** The editor is asking, for at most three samples. */
  frontend?: boolean;
  /** A dynamic dropdown is being filled. */
  prefill?: boolean;
  /** Whether the platform filters what it gets. */
  filter?: boolean;
  /** Whether files and methods may be dehydrated. */
  hydrate?: boolean;
  /** How many items are wanted; -1 is no limit. */
  limit?: number;
  /** An account is being tested. */
  test_poll?: boolean;
  /** The opposite of `test_poll`. */
  standard_poll?: boolean;
  /** A Zap is being turned on: what is found is only remembered. */
  first_poll?: boolean;
  /** The page of a dynamic dropdown with paging, from 0. */
  page?: number;
}

/** What every bundle of a connected account has. */
export interface BundleBase {
  /**
   * What the user filled in when connecting the account, with what `get_session_info` returned, or the tokens of OAuth and
   * the extra fields, mixed in.
   */
  auth_fields: Values;
  /** About the Zap that runs. */
  zap: ZapInfo;
}
