import type { Method } from "./method.ts";

/** The methods of the authentication. Source: scripting-methods, "Authentication Methods". */
export const authMethods = [
  {
    name: "pre_oauthv2_token",
    kind: "auth",
    phase: "pre",
    bundle: "PreOAuthV2Token",
    result: "OAuthRequestResult",
    documentation: "Changes the request for an access token before it is sent.",
    without: "It is POSTed with everything in the query string and, after a 4xx, once more with a form body.",
  },
  {
    name: "post_oauthv2_token",
    kind: "auth",
    phase: "post",
    bundle: "PostOAuthV2Token",
    result: "TokenResult",
    documentation: "Picks the tokens, and the extra fields that the app asks for, out of the answer.",
    without: "The answer is parsed as JSON, XML or a query string.",
  },
  {
    name: "pre_oauthv2_refresh",
    kind: "auth",
    phase: "pre",
    bundle: "PreOAuthV2Refresh",
    result: "OAuthRequestResult",
    documentation:
      "Changes the request that refreshes an access token before it is sent. The answer is stored as it is.",
    without: "It is POSTed as a form and, after a 4xx, once more with everything in the query string.",
  },
  {
    name: "get_session_info",
    kind: "auth",
    phase: "full",
    bundle: "GetSessionInfo",
    result: "SessionInfo",
    documentation:
      "Exchanges what the user filled in for a session, whose values are mixed into `bundle.auth_fields`.",
    without: "The auth fields stay what the user filled in.",
  },
  {
    name: "get_connection_label",
    kind: "auth",
    phase: "full",
    bundle: "GetConnectionLabel",
    result: "ConnectionLabel",
    documentation: "Names the connected account, by what the test trigger returned.",
    without: "The account is named after the app only.",
  },
] as const satisfies readonly Method[];
