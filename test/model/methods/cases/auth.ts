import type {
  ConnectionLabel,
  GetConnectionLabel,
  GetSessionInfo,
  OAuthRequestResult,
  PostOAuthV2Token,
  PreOAuthV2Refresh,
  PreOAuthV2Token,
  Response,
  SessionInfo,
  TokenResult,
  ZapInfo,
} from "zapc";
import type {
  OAuthData,
  PreparedOAuthRequest,
  PreparedTokenRequest,
  SessionRequest,
} from "../../../../src/model/bundles/auth.ts";
import type { FormData } from "../../../../src/model/bundles/results.ts";
import type { Values } from "../../../../src/model/bundles/shared.ts";
import type { AppContracts } from "../../../../src/model/contracts.ts";
import type { Account, Unconnected } from "./app.ts";
import { type Asynchronous, has, is, type Negative, type Positive } from "./exactly.ts";
import type { positive as hook } from "./hook.ts";

type Contracts = Omit<AppContracts, keyof typeof hook>;

interface Tokens {
  access_token: string;
  refresh_token: string;
  instance_url: string;
}
declare const contract: Contracts;

export const positive: Positive<Contracts> = {
  pre_oauthv2_token(bundle: PreOAuthV2Token): OAuthRequestResult {
    has<"request" | "oauth_data" | "load" | "zap">()(bundle);
    is<PreparedTokenRequest>()(bundle.request);
    is<FormData | "">()(bundle.request.data);
    is<OAuthData>()(bundle.oauth_data);
    is<string>()(bundle.oauth_data.client_secret);
    is<Values>()(bundle.load);
    is<ZapInfo>()(bundle.zap);
    bundle.request.data = { code: String(bundle.request.params.code) };
    return bundle.request;
  },
  post_oauthv2_token(bundle: PostOAuthV2Token): TokenResult {
    has<"response" | "oauth_data" | "auth_fields">()(bundle);
    is<Response>()(bundle.response);
    is<OAuthData>()(bundle.oauth_data);
    is<Unconnected>()({ ...bundle.auth_fields });
    return z.JSON.parse<Tokens>(bundle.response.content);
  },
  pre_oauthv2_refresh(bundle: PreOAuthV2Refresh): OAuthRequestResult {
    has<"request" | "oauth_data" | "load" | "auth_fields" | "zap">()(bundle);
    is<PreparedOAuthRequest>()(bundle.request);
    is<FormData>()(bundle.request.data);
    is<Values>()(bundle.load);
    is<Account>()({ ...bundle.auth_fields });
    return { headers: bundle.request.headers, data: "grant_type=refresh_token" };
  },
  get_session_info(bundle: GetSessionInfo): SessionInfo {
    has<"request" | "auth_fields" | "zap">()(bundle);
    is<SessionRequest>()(bundle.request);
    is<Unconnected>()({ ...bundle.auth_fields });
    is<ZapInfo>()(bundle.zap);
    return { token: "t", roles: ["agent"], limits: { calls: 5 } };
  },
  get_connection_label(bundle: GetConnectionLabel): ConnectionLabel {
    has<"test_result" | "auth_fields" | "zap">()(bundle);
    is<Values>()(bundle.test_result);
    is<Account>()({ ...bundle.auth_fields });
    return `${bundle.test_result.email} (${bundle.auth_fields.domain})`;
  },
};

is<never>()(undefined as never as Asynchronous<AppContracts>);

export const negative: Negative<Contracts> = {
  pre_oauthv2_token(bundle) {
    // @ts-expect-error nothing has been answered yet
    bundle.response;
    // @ts-expect-error there is no account yet
    bundle.auth_fields;
    // @ts-expect-error the body is an object, not text
    bundle.request.data.length.toFixed();
    // @ts-expect-error not a part of what the platform knows of the app
    bundle.oauth_data.access_token;
    // @ts-expect-error nothing is returned
    contract.pre_oauthv2_token = () => {};
    // @ts-expect-error it takes no callback
    contract.pre_oauthv2_token = (_bundle, callback) => callback(null, {});
  },
  post_oauthv2_token(bundle) {
    // @ts-expect-error
    bundle.request;
    // @ts-expect-error
    bundle.zap;
    // @ts-expect-error this is where the account's values come from
    bundle.auth_fields.token;
    // @ts-expect-error there must be an access token
    contract.post_oauthv2_token = () => ({ token: "t" });
    // @ts-expect-error it is text
    contract.post_oauthv2_token = (post: PostOAuthV2Token) => post.response.content;
  },
  pre_oauthv2_refresh(bundle) {
    // @ts-expect-error nothing runs after it
    bundle.response;
    // @ts-expect-error the body is an object, not text
    bundle.request.data.length.toFixed();
    // @ts-expect-error a body of objects cannot be a form
    contract.pre_oauthv2_refresh = () => ({ data: { nested: { a: 1 } } });
  },
  get_session_info(bundle) {
    // @ts-expect-error this is where it comes from
    bundle.auth_fields.token;
    // @ts-expect-error it asks by itself
    bundle.response;
    // @ts-expect-error the body is empty
    bundle.request.data.length;
    // @ts-expect-error a session has names
    contract.get_session_info = () => "token";
    // @ts-expect-error JSON has no functions
    contract.get_session_info = () => ({ token: () => "t" });
    // @ts-expect-error it takes no callback
    contract.get_session_info = (_bundle, callback) => callback(null, {});
  },
  get_connection_label(bundle) {
    // @ts-expect-error
    bundle.request;
    // @ts-expect-error
    bundle.response;
    // @ts-expect-error a label is text
    contract.get_connection_label = (label: GetConnectionLabel) => label.test_result;
    // @ts-expect-error optional
    contract.get_connection_label = (label: GetConnectionLabel) => label.auth_fields.team.toFixed();
  },
};
