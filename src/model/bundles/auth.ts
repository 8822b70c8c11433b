import type { FormData } from "./results.ts";
import type { BundleBase, Headers, Params, RequestBase, Response, Values, ZapInfo } from "./shared.ts";

/** A request for tokens that the platform has prepared. */
export interface PreparedOAuthRequest extends RequestBase {
  /** The body, as an object: it is sent as a form. */
  data: FormData;
}

/** The request for an access token, which the platform has prepared with all of its parameters in the query string. */
export interface PreparedTokenRequest extends RequestBase {
  /** Nothing yet: `{}` as documented, an empty text on the newer runtime. An object is sent as a form. */
  data: FormData | "";
}

/** What the platform knows of the app at the API: its identifier and its secret. */
export interface OAuthData {
  /** The app's identifier. */
  client_id: string;
  /** The app's secret. */
  client_secret: string;
}

/** What `pre_oauthv2_token` gets: the request for an access token, before it is sent. */
export interface PreOAuthV2TokenBundle {
  /** The prepared request. */
  request: PreparedTokenRequest;
  /** The app's identifier and secret. */
  oauth_data: OAuthData;
  /** The parameters that are sent. Empty on the newer runtime: `request.params` has them on both. */
  load: Values;
  /** About the Zap that runs. */
  zap: ZapInfo;
}

/** What `post_oauthv2_token` gets: the answer with the tokens. A 4xx or 5xx is raised before the method runs. */
export interface PostOAuthV2TokenBundle {
  /** What the API answered. */
  response: Response;
  /** The app's identifier and secret. */
  oauth_data: OAuthData;
  /** What the user filled in when connecting the account. */
  auth_fields: Values;
}

/** What `pre_oauthv2_refresh` gets: the request for a new access token, before it is sent. */
export interface PreOAuthV2RefreshBundle extends BundleBase {
  /** The prepared request. */
  request: PreparedOAuthRequest;
  /** The app's identifier and secret. */
  oauth_data: OAuthData;
  /** The parameters that are sent, as a form or a query string. */
  load: Values;
}

/** The request that `get_session_info` may build upon. */
export interface SessionRequest {
  /** Empty: the method asks where it likes. */
  url: string;
  /** The headers that the platform would send. */
  headers: Headers;
  /** What becomes the query string. */
  params: Params;
  /** Empty: `{}` as documented, null on the newer runtime. */
  data: Values | null;
}

/** What `get_session_info` gets. */
export interface GetSessionInfoBundle {
  /** The request that it may build upon. */
  request: SessionRequest;
  /** What the user filled in; when a session is renewed, also what this method returned before. */
  auth_fields: Values;
  /** About the Zap that runs. */
  zap: ZapInfo;
}

/** What `get_connection_label` gets. */
export interface GetConnectionLabelBundle extends BundleBase {
  /** The first item that the test trigger returned. */
  test_result: Values;
}
