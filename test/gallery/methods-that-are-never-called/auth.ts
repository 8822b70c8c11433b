import type { GetConnectionLabel, GetSessionInfo, PostOAuthV2Token, PreOAuthV2Refresh, TokenResult } from "zapc";

export const get_session_info = ({ zap }: GetSessionInfo) => ({ zap: zap.id });
export const post_oauthv2_token = ({ response }: PostOAuthV2Token) => z.JSON.parse<TokenResult>(response.content);
export const pre_oauthv2_refresh = ({ request }: PreOAuthV2Refresh) => ({ url: request.url });
export const get_connection_label = ({ test_result }: GetConnectionLabel) => `${test_result.name}`;
