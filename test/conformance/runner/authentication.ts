import type { App, Auth } from "../../../src/model/definitions.ts";

/** A function of the definition as the platform's conversion would have written it. */
export function run(what: string, key?: string): { readonly source: string } {
  return { source: `return z.legacyScripting.run(bundle, '${what}'${key ? `, '${key}'` : ""});` };
}

const oauth1 = {
  type: "oauth1",
  oauth1Config: {
    getRequestToken: run("auth.oauth1.requestToken"),
    authorizeUrl: run("auth.oauth1.authorize"),
    getAccessToken: run("auth.oauth1.accessToken"),
  },
};

function oauth2({ autoRefresh }: { autoRefresh: boolean }): object {
  return {
    type: "oauth2",
    oauth2Config: {
      authorizeUrl: run("auth.oauth2.authorize"),
      getAccessToken: run("auth.oauth2.token"),
      refreshAccessToken: run("auth.oauth2.refresh"),
      autoRefresh,
    },
  };
}

const types: { readonly [type in Auth["type"]]: object | undefined } = {
  none: undefined,
  basic: { type: "basic" },
  digest: { type: "digest" },
  api_key: { type: "custom" },
  session: { type: "session", sessionConfig: { perform: run("auth.session") } },
  oauth1,
  oauth2: oauth2({ autoRefresh: false }),
  oauth2_refresh: oauth2({ autoRefresh: true }),
};

/** What some types of authentication have. */
type AnyAuth = Auth & {
  readonly [name in
    | "authorize_url"
    | "access_token_url"
    | "request_token_url"
    | "refresh_token_url"
    | "mapping"
    | "placement"]?: unknown;
} & { readonly fields?: readonly { readonly key: string }[] };

/** The parts of the app's definition that are about its authentication. */
export function authenticationOf({ auth, test_trigger }: App): { legacy: object; authentication?: object } {
  const { authorize_url: authorizeUrl, access_token_url: accessTokenUrl, ...rest } = auth as AnyAuth;
  const urls = { authorizeUrl, accessTokenUrl };
  const authentication = types[auth.type] && {
    ...types[auth.type],
    fields: rest.fields?.map(({ key }) => ({ key })),
    test: run("trigger", test_trigger),
    connectionLabel: run("auth.connectionLabel"),
  };
  return {
    legacy: {
      mapping: rest.mapping,
      placement: rest.placement,
      oauth1Config: { ...urls, requestTokenUrl: rest.request_token_url },
      oauth2Config: { ...urls, refreshTokenUrl: rest.refresh_token_url },
    },
    ...(authentication && { authentication }),
  };
}
