import type { Scenario } from "../scenario.ts";
import { auth, form, tokens } from "./oauth2-provider.ts";
import { answer, postPoll, prePoll, showsBundle } from "./writing.ts";

/** The placement of OAuth2 tokens. */
export const oauth2Placement: readonly Scenario[] = [
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
