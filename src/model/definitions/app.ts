import type { AuthField, Key } from "./field.ts";

/** The integration as a whole. `app.ts` exports it as `app`. */
export interface App {
  /**
   * The name of the integration that users read, on one line.
   *
   * @pattern ^[^\n\r\u2028\u2029]+$
   */
  title: string;
  /**
   * The version of the integration, for the header of zap.js.
   *
   * @pattern ^\d+\.\d+\.\d+$
   */
  version: string;
  /**
   * A sentence about the service. It begins with the title and `is a` or `is an`.
   *
   * @minLength 1
   */
  description: string;
  /**
   * The address of the service's own site.
   *
   * @pattern ^https?://
   */
  homepage_url?: string;
  /**
   * The category under which the integration is listed.
   *
   * @minLength 1
   */
  category?: string;
  /**
   * The file of the logo, a PNG, relative to `app.ts`.
   *
   * @minLength 1
   */
  logo?: string;
  /**
   * The engine that zap.js needs: one of ES5, which every runtime has, or `node`, today's Node.js, which runs converted
   * integrations. The default is `es5`.
   */
  engine?: "es5" | "node";
  /** The key of the trigger that the platform polls to test an account. The trigger must have no required field. */
  test_trigger?: Key;
  /** The authentication. */
  auth: Auth;
  /** The URL that subscribes REST hooks, with `{{variables}}`. */
  subscribe_url?: Url;
  /** The URL that unsubscribes REST hooks, with `{{variables}}`. */
  unsubscribe_url?: Url;
}

/**
 * A URL, with `{{variables}}` of the auth fields and of the fields of the step.
 *
 * @pattern ^https?://
 */
export type Url = string;

/**
 * The authentication: the fields that the user fills in, and the place of the credentials in each prepared request.
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

/** The common properties of the authentication types with accounts. */
interface AccountAuth {
  /** The fields that the user fills in when connecting an account. */
  fields: AuthField[];
  /**
   * The name of a connected account, with `{{variables}}` of the test trigger's result. The method `get_connection_label`
   * is the other way to name it.
   *
   * @minLength 1
   */
  connection_label?: string;
}

/** The user name and the password. */
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
  /** The user name and the password. */
  mapping: CredentialsMapping;
}

/** Digest authentication. */
export interface DigestAuth extends AccountAuth {
  /** The authentication type. */
  type: "digest";
  /** The user name and the password. */
  mapping: CredentialsMapping;
}

/** The names of headers or parameters, with their values, which may have `{{variables}}`. */
export interface Mapping {
  [name: string]: string;
}

/** API keys in headers or in the query string. */
export interface ApiKeyAuth extends AccountAuth {
  /** The authentication type. */
  type: "api_key";
  /** The place of the mapping's entries in a prepared request. */
  placement: "header" | "querystring";
  /** The names of headers or parameters, with their values, which may have `{{variables}}` of the auth fields. */
  mapping: Mapping;
}

/**
 * A session. `get_session_info` exchanges the user's fields for further ones: at first use, after a 401, and after an
 * InvalidSessionException.
 */
export interface SessionAuth extends AccountAuth {
  /** The authentication type. */
  type: "session";
  /** The place of the mapping's entries in a prepared request. */
  placement: "header" | "querystring" | "both";
  /**
   * The names of headers or parameters, with their values, which may have `{{variables}}` of the auth fields and of the
   * result of `get_session_info`.
   */
  mapping: Mapping;
}

/** OAuth 1.0a with three legs, signed with HMAC-SHA1. The app's key and secret are entered on the platform. */
export interface OAuth1Auth extends AccountAuth {
  /** The authentication type. */
  type: "oauth1";
  /** The URL that returns a request token. */
  request_token_url: Url;
  /** The URL at which the user grants access. */
  authorize_url: Url;
  /** The URL that exchanges the request token for an access token. */
  access_token_url: Url;
  /** The keys of further values to keep from the response with the access token. */
  extra_fields?: Key[];
}

/** The common properties of OAuth2 with and without refresh. The app's identifier and secret are entered on the platform. */
interface OAuth2Base extends AccountAuth {
  /** The URL at which the user grants access. */
  authorize_url: Url;
  /** The URL that exchanges the code for an access token. */
  access_token_url: Url;
  /** The scope of the access. */
  scope?: string;
  /** The place of the access token in a prepared request. */
  placement: "header" | "querystring" | "both";
  /** The keys of further values to keep from the response with the access token. */
  extra_fields?: Key[];
}

/** OAuth2 with authorization codes. */
export interface OAuth2Auth extends OAuth2Base {
  /** The authentication type. */
  type: "oauth2";
}

/** OAuth2 with authorization codes and refresh tokens. A 401 refreshes the access token. */
export interface OAuth2RefreshAuth extends OAuth2Base {
  /** The authentication type. */
  type: "oauth2_refresh";
  /** The URL that exchanges the refresh token for an access token. */
  refresh_token_url: Url;
}
