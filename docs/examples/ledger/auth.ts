import type {
  AuthMethods,
  OAuthRequestResult,
  PostOAuthV2Token,
  PreOAuthV2Refresh,
  PreOAuthV2Token,
  TokenResult,
} from "zapc";

/** This server wants the app's identifier and secret as Basic authentication, and a form. */
export function pre_oauthv2_token(bundle: PreOAuthV2Token): OAuthRequestResult {
  const { request, oauth_data } = bundle;
  return {
    url: request.url,
    method: "POST",
    headers: { ...request.headers, Authorization: basic(oauth_data) },
    params: {},
    data: {
      grant_type: "authorization_code",
      code: String(request.params.code),
      redirect_uri: String(request.params.redirect_uri),
    },
  };
}

interface Tokens {
  access_token: string;
  refresh_token: string;
  account: { tenant_id: string };
}

/** `tenant` is one of the app's extra fields: from now on it is in `bundle.auth_fields`. */
export function post_oauthv2_token(bundle: PostOAuthV2Token): TokenResult {
  const { access_token, refresh_token, account } = z.JSON.parse<Tokens>(bundle.response.content);
  return { access_token, refresh_token, tenant: account.tenant_id };
}

/** Basic authentication here, too. The answer is stored as it is: no method sees it. */
export function pre_oauthv2_refresh(bundle: PreOAuthV2Refresh): OAuthRequestResult {
  const { request, oauth_data, auth_fields } = bundle;
  return {
    url: request.url,
    method: "POST",
    headers: { ...request.headers, Authorization: basic(oauth_data) },
    data: { grant_type: "refresh_token", refresh_token: auth_fields.refresh_token },
  };
}

function basic({ client_id, client_secret }: { client_id: string; client_secret: string }): string {
  return `Basic ${btoa(`${client_id}:${client_secret}`)}`;
}

({ pre_oauthv2_token, post_oauthv2_token, pre_oauthv2_refresh }) satisfies AuthMethods;
