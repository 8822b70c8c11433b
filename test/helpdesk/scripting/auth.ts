import type {
  AuthMethods,
  ConnectionLabel,
  GetConnectionLabel,
  OAuthRequestResult,
  PostOAuthV2Token,
  PreOAuthV2Refresh,
  PreOAuthV2Token,
  TokenResult,
} from "zapc";

/** The parameters go into the body: Deskly refuses a code in the query string. */
export function pre_oauthv2_token({ request }: PreOAuthV2Token): OAuthRequestResult {
  return { ...request, data: request.params, params: {} };
}

/** `{"tokens": {"access": …, "refresh": …}, "team": "acme"}` */
export function post_oauthv2_token({ response }: PostOAuthV2Token): TokenResult {
  const { tokens, team } = z.JSON.parse<{ tokens: { access: string; refresh: string }; team: string }>(
    response.content,
  );
  return { access_token: tokens.access, refresh_token: tokens.refresh, team };
}

/** A refresh is answered as the platform expects it. */
export function pre_oauthv2_refresh({ request }: PreOAuthV2Refresh): OAuthRequestResult {
  return { ...request, headers: { ...request.headers, "X-Reason": "refresh" } };
}

/** `Ann (acme)` */
export function get_connection_label({ test_result, auth_fields }: GetConnectionLabel): ConnectionLabel {
  return `${test_result.name} (${auth_fields.team})`;
}

({
  pre_oauthv2_token,
  post_oauthv2_token,
  pre_oauthv2_refresh,
  get_connection_label,
}) satisfies AuthMethods;
