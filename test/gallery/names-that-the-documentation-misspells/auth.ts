import type { GetConnectionLabel, PostOAuthV2Token, TokenResult } from "zapc";

export const oauthv2_token = (bundle: PostOAuthV2Token) => z.JSON.parse<TokenResult>(bundle.response.content);
export const post_oauthv2_refresh = oauthv2_token;
export const get_connection_info = (bundle: GetConnectionLabel) => `${bundle.test_result.name}`;
