import type { Reply, Respond } from "../recording-server.ts";
import type { Scenario } from "../scenario.ts";
import { answer, postPoll, prePoll, showsBundle } from "./writing.ts";

const urls = {
  authorize_url: "http://{{host}}/authorize?scope=all&to={{theme}}",
  access_token_url: "http://{{host}}/token/{{theme}}",
};
const auth = { type: "oauth2", ...urls, placement: "header" } as const;
const refreshing = {
  ...{ ...auth, type: "oauth2_refresh" as const },
  refresh_token_url: "http://{{host}}/refresh/{{theme}}",
};
const tokens = { access_token: "a&1", refresh_token: "r 1" };
const form = "application/x-www-form-urlencoded";

const placing: readonly Scenario[] = [
  { name: "places an access token in a header", auth, auth_fields: tokens, zap: "" },
  {
    name: "places an access token in the query string",
    auth: { ...auth, placement: "querystring" },
    auth_fields: tokens,
    path: "/things?a=1",
    zap: "",
  },
  {
    name: "places an access token in both",
    auth: { ...auth, placement: "both" },
    auth_fields: tokens,
    zap: "",
  },
  { name: "places no access token when there is none", auth: { ...auth, placement: "both" }, zap: "" },
  {
    name: "keeps the access token that pre_poll says",
    auth: { ...auth, placement: "both" },
    auth_fields: tokens,
    zap: prePoll("return { headers: { Authorization: 'mine' }, params: { access_token: 'mine' } };"),
  },
  {
    name: "places no access token in a request that refreshes one",
    auth: { ...auth, placement: "both" },
    auth_fields: tokens,
    zap: prePoll(
      `return { method: 'POST', headers: { 'Content-Type': '${form}' }, data: 'grant_type=refresh_token', params: {} };`,
    ),
  },
  { name: "shows OAuth2 tokens in the bundle", auth, auth_fields: tokens, zap: showsBundle },
  {
    name: "takes a 401 without refresh for an error like any other, after post_poll",
    auth,
    auth_fields: tokens,
    respond: answer({ status: 401, body: "who?" }),
    zap: postPoll("return [];"),
  },
];

/** An API that gives tokens, and things to who has one of them. */
function provider(replies: { readonly [start: string]: readonly Reply[] } = {}): Respond {
  const counts = new Map<string, number>();
  return ({ path, headers }, _, origin) => {
    const [, start = ""] = path.split(/[/?]/);
    // Each engine has a server of its own.
    const before = counts.get(origin + start) ?? 0;
    counts.set(origin + start, before + 1);
    const reply = replies[start]?.[before];
    if (reply) return reply;
    if (start === "things") return headers.authorization ? { body: '[{"id":1}]' } : { status: 401 };
    return { body: JSON.stringify({ access_token: "new", refresh_token: "r 2", user_id: 5, more: true }) };
  };
}

const redirect = { code: "c&1" };
const typed = { theme: "t x" };
const refused: Reply = { status: 400, body: "not so" };
const json: Reply = { body: '{"access_token":"from json"}' };

const connecting: readonly Scenario[] = [
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
      documented: "A code that is refused with a 4xx is tried once more.",
      legacy: true,
      source: "Archived documentation, OAuth v2, Redirecting the User Back to Zapier",
      runner: "After a 5xx, too; and not after a 429 or, with refresh, a 401.",
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
      documented: "`bundle.load` of `pre_oauthv2_token` has what is sent, and `data` is an object.",
      legacy: true,
      source: "Scripting reference: pre_oauthv2_token",
      runner: "`load` is empty, and `data` an empty text.",
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

const renewing: readonly Scenario[] = [
  {
    name: "refreshes after a 401, with a form, and repeats the call once",
    auth: refreshing,
    auth_fields: { ...tokens, ...typed },
    respond: provider({ things: [{ status: 401 }] }),
    zap: showsBundle.replace(
      "return",
      "var a = z.request(bundle.request); if (a.status_code === 401) { throw new RefreshTokenException(); } return",
    ),
  },
  {
    name: "refreshes after a 401 before post_poll",
    auth: refreshing,
    auth_fields: tokens,
    respond: provider({ things: [{ status: 401 }] }),
    zap: postPoll("return [{ id: 1, fields: bundle.auth_fields, request: bundle.request }];"),
  },
  {
    name: "refreshes after a RefreshTokenException of post_poll",
    auth: refreshing,
    auth_fields: tokens,
    respond: provider(),
    zap: postPoll(
      "if (bundle.auth_fields.access_token !== 'new') { throw new RefreshTokenException(); } return [{ id: 1 }];",
    ),
  },
  {
    name: "gives up when the refreshed token is refused too",
    auth: refreshing,
    auth_fields: tokens,
    respond: provider({ things: [{ status: 401 }, { status: 401 }] }),
    zap: "",
  },
  {
    name: "passes on a RefreshTokenException of the repeated call",
    auth: refreshing,
    auth_fields: tokens,
    respond: provider(),
    zap: postPoll("throw new RefreshTokenException('again');"),
  },
  {
    name: "refreshes with the query string, after a 400",
    auth: refreshing,
    auth_fields: tokens,
    respond: provider({ things: [{ status: 401 }], refresh: [refused] }),
    zap: "",
  },
  {
    name: "passes on that a token cannot be refreshed",
    auth: refreshing,
    auth_fields: tokens,
    respond: provider({ things: [{ status: 401 }], refresh: [{ status: 429 }] }),
    zap: "",
  },
  {
    name: "stores the answer to a refresh as it is",
    auth: refreshing,
    auth_fields: tokens,
    respond: provider({
      things: [{ status: 401 }],
      refresh: [{ body: '{"access_token":"x","theme":"other","n":[1]}' }],
    }),
    zap: postPoll("return [{ id: 1, fields: bundle.auth_fields }];"),
  },
  {
    name: "shows pre_oauthv2_refresh the request, and sends what it returns",
    auth: refreshing,
    auth_fields: { ...tokens, ...typed },
    respond: provider({ things: [{ status: 401 }] }),
    zap: `pre_oauthv2_refresh: function (bundle) {
      bundle.request.data.seen = JSON.stringify(_.omit(bundle, 'meta', 'auth_fields'));
      return bundle.request;
    }`,
  },
  {
    name: "refreshes with JSON where pre_oauthv2_refresh says so",
    auth: refreshing,
    auth_fields: tokens,
    respond: provider({ things: [{ status: 401 }] }),
    zap: `pre_oauthv2_refresh: function (bundle) {
      bundle.request.headers['Content-Type'] = 'application/json';
      bundle.request.data = JSON.stringify({ token: bundle.load.refresh_token });
      return bundle.request;
    }`,
  },
  {
    name: "tries no second time where there is a pre_oauthv2_refresh",
    auth: refreshing,
    auth_fields: { ...tokens, theme: "t" },
    respond: provider({ things: [{ status: 401 }], refresh: [refused] }),
    zap: "pre_oauthv2_refresh: function (bundle) { return bundle.request; }",
  },
  {
    name: "passes on what pre_oauthv2_refresh throws",
    auth: refreshing,
    auth_fields: tokens,
    respond: provider({ things: [{ status: 401 }] }),
    zap: "pre_oauthv2_refresh: function (bundle) { throw new ExpiredAuthException('Connect anew'); }",
  },
];

/** Where tokens go, how an account gets them, and how it gets new ones. */
export const oauth2: readonly Scenario[] = [...placing, ...connecting, ...renewing];
