import type { Scenario } from "../scenario.ts";
import { auth, json, provider, redirect, refreshing, refused, typed } from "./oauth2-provider.ts";
import { showsBundle } from "./writing.ts";

/** The exchange for OAuth2 tokens. */
export const oauth2: readonly Scenario[] = [
  {
    name: "exchanges the code with everything in the query string",
    auth: { ...auth, extra_fields: ["user_id"] },
    auth_fields: typed,
    redirect,
    respond: provider(),
    zap: showsBundle,
  },
  {
    name: "exchanges the code with a form, after a 400",
    auth,
    auth_fields: typed,
    redirect,
    respond: provider({ token: [refused, json] }),
    zap: showsBundle,
  },
  {
    name: "tries no third time",
    auth,
    auth_fields: { theme: "t" },
    redirect,
    respond: provider({ token: [refused, { status: 500, body: "no" }] }),
    zap: "",
  },
  {
    name: "tries a second time after a 500",
    differs: {
      documented: "If a code is refused with a 4xx, it is sent once more.",
      legacy: true,
      source: "Archived documentation, OAuth v2, Redirecting the User Back to Zapier",
      runner: "It is also sent after a 5xx, and it is not sent after a 429 or, with refresh, a 401.",
    },
    auth,
    redirect,
    respond: provider({ token: [{ status: 500 }, json] }),
    zap: "",
  },
  {
    name: "tries no second time after a 429",
    auth,
    redirect,
    respond: provider({ token: [{ status: 429 }, json] }),
    zap: "",
  },
  {
    name: "tries no second time after a 401, with refresh",
    auth: { ...refreshing, access_token_url: "http://{{host}}/things" },
    redirect,
    respond: provider({ things: [{ status: 401 }] }),
    zap: "",
  },
  {
    name: "keeps what the authorize URL says already",
    auth: { ...auth, authorize_url: "http://{{host}}/authorize?client_id=mine&response_type=token&z=1&a=2" },
    redirect,
    respond: provider(),
    zap: "",
  },
  {
    name: "shows pre_oauthv2_token the request, and sends what it returns",
    differs: {
      documented:
        "`bundle.load` of `pre_oauthv2_token` holds the parameters, and `request.data` is an object.",
      legacy: true,
      source: "Scripting reference: pre_oauthv2_token",
      runner: "`load` is empty, and `request.data` is an empty text.",
    },
    auth,
    auth_fields: { ...typed, username: "u", password: "p" },
    redirect,
    respond: provider(),
    zap: `pre_oauthv2_token: function (bundle) {
      bundle.request.params.seen = JSON.stringify(_.omit(bundle, 'meta', 'auth_fields'));
      return bundle.request;
    }`,
  },
  {
    name: "sends an object of pre_oauthv2_token as a form",
    auth,
    redirect,
    respond: provider(),
    zap: `pre_oauthv2_token: function (bundle) {
      return { data: { code: bundle.request.params.code, flag: true, list: ['a', 'b'], none: null, v: '{{bundle.inputData.code}}' }, params: {} };
    }`,
  },
  {
    name: "sends an object of pre_oauthv2_token as JSON where the content type says so",
    auth,
    redirect,
    respond: provider(),
    zap: `pre_oauthv2_token: function (bundle) {
      return { data: { a: { b: [1] } }, headers: { 'Content-Type': 'application/json' } };
    }`,
  },
  {
    name: "sends a text of pre_oauthv2_token as it is",
    auth,
    redirect,
    respond: provider(),
    zap: "pre_oauthv2_token: function (bundle) { return { data: 'a=1&b=x y', params: {} }; }",
  },
  {
    name: "tries no second time where there is a pre_oauthv2_token",
    auth,
    auth_fields: { theme: "t" },
    redirect,
    respond: provider({ token: [refused] }),
    zap: "pre_oauthv2_token: function (bundle) { return { url: bundle.request.url, params: {} }; }",
  },
  {
    name: "stores what post_oauthv2_token returns",
    auth: { ...auth, extra_fields: ["seen"] },
    auth_fields: typed,
    redirect,
    respond: provider(),
    zap: `post_oauthv2_token: function (bundle) {
      var seen = _.omit(bundle, 'response', 'meta');
      seen.content = bundle.response.content;
      seen.status = bundle.response.status_code;
      return { access_token: 'post', seen: JSON.stringify(seen) };
    }, ${showsBundle}`,
  },
  {
    name: "shows post_oauthv2_token the second attempt",
    auth: { ...auth, extra_fields: ["seen"] },
    redirect,
    respond: provider({ token: [refused, json] }),
    zap: `post_oauthv2_token: function (bundle) {
      return { access_token: 'post', seen: JSON.stringify([bundle.request, bundle.load, bundle.response.status_code]) };
    }, ${showsBundle}`,
  },
  {
    name: "reads the answer where post_oauthv2_token returns nothing",
    auth,
    redirect,
    respond: provider(),
    zap: "post_oauthv2_token: function (bundle) {}",
  },
  {
    name: "passes on what post_oauthv2_token throws",
    differs: {
      documented: "A 4xx and a 5xx are raised before `post_oauthv2_token`.",
      legacy: true,
      source: "Scripting reference: post_oauthv2_token",
      runner: "They are raised after it.",
    },
    auth,
    redirect,
    respond: provider({ token: [refused, refused] }),
    zap: "post_oauthv2_token: function (bundle) { throw new ErrorException('status ' + bundle.response.status_code); }",
  },
];
