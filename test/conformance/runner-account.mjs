// What the platform does around core and the runner to connect an account, by the app's type of authentication.

/** What the API has given every app. The runner reads it where it needs it. */
process.env.CLIENT_ID = "the client of {{theme}}";
process.env.CLIENT_SECRET = "s3cret";

// As the platform's conversion would have written it.
const run = (what) => ({ source: `return z.legacyScripting.run(bundle, '${what}');` });
const session = { type: "session", sessionConfig: { perform: run("auth.session") } };
const oauth1 = {
  type: "oauth1",
  oauth1Config: {
    getRequestToken: run("auth.oauth1.requestToken"),
    authorizeUrl: run("auth.oauth1.authorize"),
    getAccessToken: run("auth.oauth1.accessToken"),
  },
};
const oauth2 = (autoRefresh) => ({
  type: "oauth2",
  oauth2Config: {
    authorizeUrl: run("auth.oauth2.authorize"),
    getAccessToken: run("auth.oauth2.token"),
    refreshAccessToken: run("auth.oauth2.refresh"),
    autoRefresh,
  },
});
const types = {
  none: undefined,
  basic: { type: "basic" },
  digest: { type: "digest" },
  api_key: { type: "custom" },
  session,
  oauth1,
  oauth2: oauth2(false),
  oauth2_refresh: oauth2(true),
};

/** The parts of the app's definition that are about its authentication. */
export function authenticationOf({ auth, test_trigger }) {
  const { authorize_url: authorizeUrl, access_token_url: accessTokenUrl } = auth;
  const urls = { authorizeUrl, accessTokenUrl };
  const authentication = types[auth.type] && {
    ...types[auth.type],
    fields: auth.fields.map(({ key }) => ({ key })),
    test: { source: `return z.legacyScripting.run(bundle, 'trigger', '${test_trigger}');` },
    connectionLabel: run("auth.connectionLabel"),
  };
  return {
    legacy: {
      mapping: auth.mapping,
      placement: auth.placement,
      oauth1Config: { ...urls, requestTokenUrl: auth.request_token_url },
      oauth2Config: { ...urls, refreshTokenUrl: auth.refresh_token_url },
    },
    ...(authentication && { authentication }),
  };
}

// Where the browser comes back to, and what only it knows.
const start = { redirect_uri: "https://zapier.com/dashboard/auth/oauth/return/App/", state: "st&te" };

/** Connects by the redirect of the API: the fields to store, and where the browser was sent. */
export async function grantedBy(redirect, { auth, typed, execute }) {
  const config = `authentication.${auth.type === "oauth1" ? "oauth1Config" : "oauth2Config"}`;
  const given = { ...typed, ...start };
  const token = auth.type === "oauth1" ? await execute(`${config}.getRequestToken`, given) : {};
  const authorize_url = await execute(`${config}.authorizeUrl`, { ...given, ...token });
  const answer = await execute(`${config}.getAccessToken`, { ...given, ...token, ...redirect });
  const keys = [
    ...(auth.type === "oauth1" ? ["oauth_token", "oauth_token_secret"] : ["access_token", "refresh_token"]),
    ...(auth.extra_fields ?? []),
  ];
  const stored = Object.fromEntries(keys.filter((key) => key in answer).map((key) => [key, answer[key]]));
  return { authorize_url, stored };
}

/** What renews the credentials after a RefreshAuthError; undefined when nothing does. */
export function renewal({ type }, execute) {
  if (type === "session") return () => execute("authentication.sessionConfig.perform", {});
  const { redirect_uri } = start;
  if (type === "oauth2_refresh")
    return () => execute("authentication.oauth2Config.refreshAccessToken", { redirect_uri });
  return undefined;
}
