import type { Method } from "./method.ts";

/** The methods of the authentication. Source: the scripting reference, "Authentication Methods". */
export const authMethods = [
  {
    name: "pre_oauthv2_token",
    kind: "auth",
    phase: "pre",
    bundle: "PreOAuthV2Token",
    result: "OAuthRequestResult",
    documentation: "Changes the request for an access token before it is sent.",
    without:
      "The platform POSTs all parameters in the query string and, after a 4xx, once more in a form body.",
  },
  {
    name: "post_oauthv2_token",
    kind: "auth",
    phase: "post",
    bundle: "PostOAuthV2Token",
    result: "TokenResult",
    documentation: "Picks the tokens, and the extra fields that the app asks for, out of the response.",
    without: "The response is parsed as JSON, XML or a query string.",
  },
  {
    name: "pre_oauthv2_refresh",
    kind: "auth",
    phase: "pre",
    bundle: "PreOAuthV2Refresh",
    result: "OAuthRequestResult",
    documentation:
      "Changes the request that refreshes an access token before it is sent. The platform stores the response as it is.",
    without: "The platform POSTs all parameters as a form and, after a 4xx, once more in the query string.",
  },
  {
    name: "get_session_info",
    kind: "auth",
    phase: "full",
    bundle: "GetSessionInfo",
    result: "SessionInfo",
    documentation:
      "Exchanges the values that the user filled in for a session, whose values are mixed into `bundle.auth_fields`.",
    without: "`bundle.auth_fields` holds the values that the user filled in.",
  },
  {
    name: "get_connection_label",
    kind: "auth",
    phase: "full",
    bundle: "GetConnectionLabel",
    result: "ConnectionLabel",
    documentation: "Names the connected account, given the result of the test trigger.",
    without: "The account has the name of the app only.",
  },
] as const satisfies readonly Method[];
