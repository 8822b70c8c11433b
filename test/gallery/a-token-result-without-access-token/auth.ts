import type { PostOAuthV2Token, TokenResult } from "zapc";

export function post_oauthv2_token({ response }: PostOAuthV2Token): TokenResult {
  const { token, refresh } = z.JSON.parse<{ token: string; refresh: string }>(response.content);
  return { token, refresh_token: refresh };
}
