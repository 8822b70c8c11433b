import type { Properties } from "../inference/infer-metadata.ts";
import type { App, Auth, Metadata } from "../model/definitions.ts";
import { authFields } from "./fields.ts";
import { type FunctionSource, run } from "./run.ts";

/** The properties of every type of authentication that has accounts: some have none of it. */
type AuthWithAccount = Exclude<Auth, { type: "none" }> & {
  readonly [name in
    | "placement"
    | "mapping"
    | "request_token_url"
    | "authorize_url"
    | "access_token_url"
    | "refresh_token_url"
    | "extra_fields"
    | "scope"]?: unknown;
};

/** The part of a definition that is about the account. Undefined where the integration has none. */
export function authentication({ app, methods }: Metadata): Properties | undefined {
  const { auth, test_trigger } = app;
  if (auth.type === "none") return undefined;
  const account = auth as AuthWithAccount;
  const extra = (account.extra_fields ?? []) as readonly string[];
  const label = labelOf(account, methods);
  return {
    ...configs[auth.type](),
    fields: [
      ...authFields(auth.fields),
      ...extra.map((key) => ({ key, label: key, type: "string", required: false, computed: true })),
    ],
    ...(test_trigger !== undefined && { test: run("trigger", test_trigger) }),
    ...(label !== undefined && { connectionLabel: label }),
  };
}

/** The method comes before the template, as on the platform. */
function labelOf(
  { connection_label }: AuthWithAccount,
  methods: readonly string[],
): FunctionSource | string | undefined {
  return methods.includes("get_connection_label") ? run("auth.connectionLabel") : connection_label;
}

const configs: {
  readonly [type in Exclude<Auth["type"], "none">]: () => Properties;
} = {
  basic: () => ({ type: "basic" }),
  digest: () => ({ type: "digest" }),
  api_key: () => ({ type: "custom" }),
  session: () => ({ type: "session", sessionConfig: { perform: run("auth.session") } }),
  oauth1: () => ({
    type: "oauth1",
    oauth1Config: {
      getRequestToken: run("auth.oauth1.requestToken"),
      authorizeUrl: run("auth.oauth1.authorize"),
      getAccessToken: run("auth.oauth1.accessToken"),
    },
  }),
  oauth2: () => oauth2({}),
  oauth2_refresh: () => oauth2({ refreshAccessToken: run("auth.oauth2.refresh"), autoRefresh: true }),
};

function oauth2(more: Properties): Properties {
  return {
    type: "oauth2",
    oauth2Config: {
      authorizeUrl: run("auth.oauth2.authorize"),
      getAccessToken: run("auth.oauth2.token"),
      ...more,
    },
  };
}

/** The runner asks for no scope but the one in the URL. */
function withScope(url: unknown, scope: unknown): unknown {
  if (typeof url !== "string" || typeof scope !== "string" || /[?&]scope=/.test(url)) return url;
  return `${url}${url.includes("?") ? "&" : "?"}scope=${encodeURIComponent(scope)}`;
}

/** The part of `legacy` that is about the account: the runner reads it. */
export function legacyAuthentication({ auth, test_trigger }: App): Properties | undefined {
  if (auth.type === "none") return undefined;
  const { placement, mapping, ...account } = auth as AuthWithAccount;
  const urls = {
    authorizeUrl: withScope(account.authorize_url, account.scope),
    accessTokenUrl: account.access_token_url,
  };
  return {
    ...(test_trigger !== undefined && { testTrigger: test_trigger }),
    ...(placement !== undefined && { placement }),
    ...(mapping !== undefined && { mapping }),
    ...(auth.type === "oauth1" && {
      oauth1Config: { requestTokenUrl: account.request_token_url, ...urls },
    }),
    ...(auth.type === "oauth2" && { oauth2Config: urls }),
    ...(auth.type === "oauth2_refresh" && {
      oauth2Config: { ...urls, refreshTokenUrl: account.refresh_token_url },
    }),
  };
}
