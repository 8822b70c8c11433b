import type { FormData } from "./results.ts";
import type { BundleBase, Headers, Params, RequestBase, Response, Values, ZapInfo } from "./shared.ts";

/** A request for tokens that the platform has prepared. */
export interface PreparedOAuthRequest extends RequestBase {
  /** The body, as an object: it is sent as a form. */
  data: FormData;
}

/** The request for an access token, as the platform has prepared it: all of its parameters are in the query string. */
export interface PreparedTokenRequest extends RequestBase {
  /** Empty: `{}` as documented, an empty text on the converted runtime. An object is sent as a form. */
  data: FormData | "";
}

/** The app's credentials at the API. */
export interface OAuthData {
  /** The app's identifier. */
  client_id: string;
  /** The app's secret. */
  client_secret: string;
}

/** The bundle of `pre_oauthv2_token`: the request for an access token, before it is sent. */
export interface PreOAuthV2TokenBundle {
  /** The prepared request. */
  request: PreparedTokenRequest;
  /** The app's identifier and secret. */
  oauth_data: OAuthData;
  /** The parameters that are sent. Empty on the converted runtime; `request.params` has them on both runtimes. */
  load: Values;
  /** The Zap that runs. */
  zap: ZapInfo;
}

/** The bundle of `post_oauthv2_token`: the response with the tokens. A 4xx or 5xx is raised before the method runs. */
export interface PostOAuthV2TokenBundle {
  /** The API's response. */
  response: Response;
  /** The app's identifier and secret. */
  oauth_data: OAuthData;
  /** The values that the user filled in when connecting the account. */
  auth_fields: Values;
}

/** The bundle of `pre_oauthv2_refresh`: the request for a new access token, before it is sent. */
export interface PreOAuthV2RefreshBundle extends BundleBase {
  /** The prepared request. */
  request: PreparedOAuthRequest;
  /** The app's identifier and secret. */
  oauth_data: OAuthData;
  /** The parameters that are sent, as a form or a query string. */
  load: Values;
}

/** A request for `get_session_info` to build upon. */
export interface SessionRequest {
  /** Empty. The method sets a URL of its own. */
  url: string;
  /** The headers that the platform would send. */
  headers: Headers;
  /** The parameters of the query string. */
  params: Params;
  /** Empty: `{}` as documented, null on the converted runtime. */
  data: Values | null;
}

/** The bundle of `get_session_info`. */
export interface GetSessionInfoBundle {
  /** A request to build upon. */
  request: SessionRequest;
  /** The values that the user filled in. When a session is renewed, also the earlier result of this method. */
  auth_fields: Values;
  /** The Zap that runs. */
  zap: ZapInfo;
}

/** The bundle of `get_connection_label`. */
export interface GetConnectionLabelBundle extends BundleBase {
  /** The first item that the test trigger returned. */
  test_result: Values;
}
