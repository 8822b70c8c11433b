import type { Scenario } from "../scenario.ts";
import { provider, refreshing, refused, tokens, typed } from "./oauth2-provider.ts";
import { postPoll, showsBundle } from "./writing.ts";

/** The refresh of OAuth2 tokens. */
export const oauth2Refresh: readonly Scenario[] = [
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
