import type { Field, Key } from "./field.ts";

/** The integration as a whole: what `app.ts` exports as `app`. */
export interface App {
  /**
   * The integration's name, as users read it, on one line.
   *
   * @pattern ^[^\n\r\u2028\u2029]+$
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
  /** Where REST hooks are subscribed to, with `{{variables}}`. */
  subscribe_url?: Url;
  /** Where REST hooks are unsubscribed from, with `{{variables}}`. */
  unsubscribe_url?: Url;
}

/**
 * An address, with `{{variables}}` of auth fields and of the fields of what it belongs to.
 *
 * @pattern ^https?://
 */
export type Url = string;

/**
 * How the platform authenticates: what it asks the user for, and where it puts what it knows into each prepared request.
 *
 * @discriminator type
 */
export type Auth =
  | NoAuth
  | BasicAuth
  | DigestAuth
  | ApiKeyAuth
  | SessionAuth
  | OAuth1Auth
  | OAuth2Auth
  | OAuth2RefreshAuth;

/** An API without accounts. */
export interface NoAuth {
  /** The authentication type. */
  type: "none";
}

/** What every type of authentication has that knows accounts. */
interface AccountAuth {
  /** What the user fills in when connecting an account. */
  fields: Field[];
  /**
   * How a connected account is named, with `{{variables}}` of what the test trigger returns: the other way is
   * `get_connection_label`.
   *
   * @minLength 1
   */
  connection_label?: string;
}

/** Where user name and password come from. */
export interface CredentialsMapping {
  /** The user name, with `{{variables}}` of the auth fields. */
  username: string;
  /** The password, with `{{variables}}` of the auth fields. */
  password: string;
}

/** Basic authentication. */
export interface BasicAuth extends AccountAuth {
  /** The authentication type. */
  type: "basic";
  /** Where user name and password come from. */
  mapping: CredentialsMapping;
}

/** Digest authentication. */
export interface DigestAuth extends AccountAuth {
  /** The authentication type. */
  type: "digest";
  /** Where user name and password come from. */
  mapping: CredentialsMapping;
}

/** Header or parameter names to their values, with `{{variables}}`. */
export interface Mapping {
  [name: string]: string;
}

/** Keys that the user gives, in headers or in the query string. */
export interface ApiKeyAuth extends AccountAuth {
  /** The authentication type. */
  type: "api_key";
  /** Where the mapping's entries go in a prepared request. */
  placement: "header" | "querystring";
  /** Header or parameter names to their values, with `{{variables}}` of the auth fields. */
  mapping: Mapping;
}

/** `get_session_info` exchanges the user's fields for more fields: at first use, after a 401, after an InvalidSessionException. */
export interface SessionAuth extends AccountAuth {
  /** The authentication type. */
  type: "session";
  /** Where the mapping's entries go in a prepared request. */
  placement: "header" | "querystring" | "both";
  /** Header or parameter names to their values, with `{{variables}}` of the auth fields and of what `get_session_info` returned. */
  mapping: Mapping;
}

/** OAuth 1.0a in three legs, signed with HMAC-SHA1. The app's key and secret are entered on the platform. */
export interface OAuth1Auth extends AccountAuth {
  /** The authentication type. */
  type: "oauth1";
  /** Where a request token is asked for. */
  request_token_url: Url;
  /** Where the user grants access. */
  authorize_url: Url;
  /** Where the request token is exchanged for an access token. */
  access_token_url: Url;
  /** Further values to keep from the answer with the access token. */
  extra_fields?: Key[];
}

/** What OAuth2 has, with and without refresh. The app's identifier and secret are entered on the platform. */
interface OAuth2Base extends AccountAuth {
  /** Where the user grants access. */
  authorize_url: Url;
  /** Where the code is exchanged for an access token. */
  access_token_url: Url;
  /** What access is asked for. */
  scope?: string;
  /** Where the access token goes in a prepared request. */
  placement: "header" | "querystring" | "both";
  /** Further values to keep from the answer with the access token. */
  extra_fields?: Key[];
}

/** OAuth2 with authorization codes. */
export interface OAuth2Auth extends OAuth2Base {
  /** The authentication type. */
  type: "oauth2";
}

/** OAuth2 with authorization codes and refresh tokens: a 401 refreshes. */
export interface OAuth2RefreshAuth extends OAuth2Base {
  /** The authentication type. */
  type: "oauth2_refresh";
  /** Where the refresh token is exchanged for an access token. */
  refresh_token_url: Url;
}
