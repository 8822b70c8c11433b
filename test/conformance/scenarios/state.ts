import type { Scenario } from "../scenario.ts";
import { answer, postPoll, postWrite, prePoll, preWrite } from "./writing.ts";

/** State that a method leaves for later methods. */
export const state: readonly Scenario[] = [
  {
    name: "keeps what pre_poll writes into this for post_poll",
    zap: `${prePoll("this.kept = 1; return {};")}, ${postPoll("return [{ id: 1, kept: this.kept }];")}`,
  },
  {
    name: "keeps what pre_write writes into this for post_write",
    step: { kind: "write" },
    zap: `${preWrite("this.kept = 1; return {};")}, ${postWrite("return { kept: this.kept };")}`,
    respond: answer({ body: "{}" }),
  },
  {
    name: "keeps what pre_poll does to the built-in objects",
    zap: `${prePoll("Array.prototype.mine = 5; return {};")}, ${postPoll("return [{ id: 1, kept: [].mine }];")}`,
  },
  {
    name: "calls the post_poll that pre_poll has made",
    zap: prePoll("Zap.thing_post_poll = function () { return [{ id: 7 }]; }; return {};"),
    respond: answer({ body: "[]" }),
  },
  {
    name: "sends the token that pre_poll writes into auth_fields",
    zap: `${prePoll("bundle.auth_fields.token = 'other'; return bundle.request;")}, ${postPoll("return [{ id: 1, token: bundle.auth_fields.token }];")}`,
  },
  {
    name: "sends the key that pre_poll writes into auth_fields",
    auth: { type: "api_key", placement: "header", mapping: { "X-Key": "{{theme}}" } },
    auth_fields: { theme: "first" },
    zap: `${prePoll("bundle.auth_fields.theme = 'other'; return bundle.request;")}, ${postPoll("return [{ id: 1, theme: bundle.auth_fields.theme }];")}`,
  },
  {
    name: "sends the password that pre_poll writes into auth_fields",
    auth: { type: "basic", mapping: { username: "{{username}}", password: "{{password}}" } },
    auth_fields: { username: "u", password: "p" },
    zap: prePoll("bundle.auth_fields.password = 'other'; return bundle.request;"),
    respond: answer({ body: "[]" }),
  },
  {
    name: "shows post_poll what pre_poll writes into trigger_fields",
    trigger_fields: { theme: "t" },
    zap: `${prePoll("bundle.trigger_fields.theme = 'other'; bundle.trigger_fields.more = [1]; return bundle.request;")}, ${postPoll("return [{ id: 1, fields: bundle.trigger_fields }];")}`,
  },
  {
    name: "renders the trigger_fields that pre_poll writes",
    path: "/things",
    trigger_fields: { theme: "t" },
    zap: prePoll(
      "bundle.trigger_fields.theme = 'other'; bundle.request.url += '?a={{bundle.inputData.theme}}'; return bundle.request;",
    ),
    respond: answer({ body: "[]" }),
  },
  {
    name: "shows post_write what pre_write writes into the fields",
    step: { kind: "write", action_fields: { name: "n", owner__name: "o" } },
    zap: `${preWrite("bundle.action_fields.name = 'a'; bundle.action_fields_full.name = 'b'; bundle.action_fields_raw.name = 'c'; return bundle.request;")},
      ${postWrite("return { fields: bundle.action_fields, full: bundle.action_fields_full, raw: bundle.action_fields_raw };")}`,
    respond: answer({ body: "{}" }),
  },
  {
    name: "shows post_search what pre_search writes into search_fields",
    step: { kind: "search", search_fields: { name: "n" } },
    zap: `find_pre_search: function (bundle) { bundle.search_fields.name = 'other'; return bundle.request; },
      find_post_search: function (bundle) { return [{ id: 1, name: bundle.search_fields.name }]; }`,
  },
  {
    name: "forgets at the end what a poll has written into auth_fields",
    search: { search_or_create: "make" },
    step: { kind: "search", search_fields: { name: "n" }, create: {} },
    zap: `find_pre_search: function (bundle) { bundle.auth_fields.theme = 'other'; return bundle.request; },
      make_pre_write: function (bundle) { return { data: { theme: bundle.auth_fields.theme } }; }`,
    respond: ({ method }) => ({ body: method === "GET" ? "[]" : "{}" }),
  },
];
