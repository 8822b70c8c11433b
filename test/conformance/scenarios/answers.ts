import type { Scenario } from "../scenario.ts";
import { answer, postPoll, prePoll, refuseOnce } from "./writing.ts";

/** The platform's handling of answers. */
export const answers: readonly Scenario[] = [
  {
    name: "takes the first list of an object",
    zap: "",
    respond: answer({ body: '{"n":1,"a":[{"id":2}],"b":[]}' }),
  },
  { name: "takes nothing as no items", zap: postPoll("") },
  { name: "takes null as no items", zap: "", respond: answer({ body: "null" }) },
  { name: "finds no list in an object without one", zap: "", respond: answer({ body: '{"a":1}' }) },
  { name: "finds no list in text", zap: postPoll("return 'text';") },
  { name: "finds no list in what is no JSON", zap: "", respond: answer({ body: "<html>" }) },
  {
    name: "gives the first object when an account is tested",
    meta: { test_poll: true },
    zap: "",
    respond: answer({ body: '[{"id":1},{"id":2}]' }),
  },
  {
    name: "lets items without an id and of any type pass",
    zap: postPoll("return [{}, { id: 1 }, { id: 1 }, 5, null, 'x'];"),
  },
  { name: "raises a 404", zap: "", respond: answer({ status: 404, body: "not here" }) },
  { name: "raises a 500 after post_poll", zap: postPoll("return [];"), respond: answer({ status: 500 }) },
  {
    name: "prefers the response's error to a plain one",
    zap: postPoll("throw new Error('mine');"),
    respond: answer({ status: 404, body: "x" }),
  },
  {
    name: "prefers the script's exception to the response's error",
    zap: postPoll("throw new HaltedException('mine');"),
    respond: answer({ status: 404 }),
  },
  { name: "passes on a plain error", zap: postPoll("throw new TypeError('mine');") },
  { name: "passes on an ErrorException", zap: postPoll("throw new ErrorException('mine');") },
  {
    name: "raises a 429 before post_poll",
    zap: postPoll("throw new HaltedException('mine');"),
    respond: answer({ status: 429, headers: { "retry-after": "7" } }),
    differs: {
      documented: "Every 4xx is raised after the `post_` method.",
      legacy: true,
      source: "Scripting reference: TRIGGER_KEY_post_poll",
      runner: "A 429 is raised before it.",
    },
  },
  { name: "raises a 429 without Retry-After", zap: "", respond: answer({ status: 429 }) },
  {
    name: "renews the session after a 401 and repeats the call once",
    zap: `get_session_info: function (bundle) { return { token: (bundle.auth_fields.token || '') + 'x' }; }, ${prePoll("bundle.request.params.pre = 1; return bundle.request;")}`,
    respond: refuseOnce,
  },
  {
    name: "gives up after the second 401",
    zap: postPoll("throw new HaltedException('never seen');"),
    respond: answer({ status: 401 }),
  },
  {
    name: "renews the session after an InvalidSessionException",
    zap: `get_session_info: function (bundle) { return { token: (bundle.auth_fields.token || '') + 'x' }; },
      ${postPoll("if (bundle.auth_fields.token === 'x') { throw new InvalidSessionException(); } return [{ id: bundle.auth_fields.token }];")}`,
  },
];

/** Answers and results that are rare. */
export const oddAnswers: readonly Scenario[] = [
  {
    name: "keeps a byte order mark",
    zap: postPoll("return [bundle.response.content.charCodeAt(0)];"),
    respond: answer({ body: "\uFEFF[]" }),
  },
  { name: "finds no list behind a byte order mark", zap: "", respond: answer({ body: "\uFEFF[]" }) },
  { name: "finds no list in a nested one", zap: "", respond: answer({ body: '{"a":{"b":[]}}' }) },
  { name: "takes 0 and an empty text as no items", zap: postPoll("return '';") },
  { name: "finds no list in true", zap: postPoll("return true;") },
  { name: "finds no list in a function", zap: postPoll("return function () {};") },
  { name: "finds no list in a symbol", zap: postPoll("return Symbol('a');") },
  {
    name: "finds nothing in a function when an account is tested",
    meta: { test_poll: true },
    zap: postPoll("return function () {};"),
  },
  {
    name: "awaits the callbacks of pre_poll and post_poll",
    zap: `thing_pre_poll: function (bundle, done) { setTimeout(function () { done(null, { params: { a: 1 } }); }, 0); },
    thing_post_poll: function (bundle, done) { done(null, [{ id: bundle.request.params.a }]); }`,
  },
  {
    name: "stops in an asynchronous pre_poll",
    zap: "thing_pre_poll: function (bundle, done) { done(new StopRequestException('no')); }",
  },
  { name: "passes on a plain error of pre_poll", zap: prePoll("throw new Error('mine');") },
  { name: "passes on the error of a global that does not exist", zap: prePoll("nothing.at.all;") },
  { name: "passes on an ErrorException without a message", zap: postPoll("throw new ErrorException();") },
  { name: "passes on ExpiredAuthException", zap: postPoll("throw new ExpiredAuthException('gone');") },
  { name: "raises a 503 that has no content", zap: "", respond: answer({ status: 503, body: "" }) },
  {
    name: "takes a 304 and a 204 as answers",
    zap: postPoll("return [bundle.response.status_code, bundle.response.content];"),
    respond: answer({ status: 204, body: "" }),
  },
  {
    name: "renders text of arrays, numbers and unknown parts of a dict",
    path: "/a?x={{tags}}&y={{count}}&z={{pairs.two}}&w={{pairs}}",
    trigger_fields: { tags: ["a", "b"], count: 0, pairs: { one: "1" } },
    zap: "",
  },
  { name: "keeps braces that are no variables", path: "/{a}/{{/}}?q={b}", zap: "" },
  {
    name: "writes dates and undefined values of items as JSON",
    zap: postPoll("return [{ id: new Date(0), a: undefined, b: [undefined], c: NaN }];"),
  },
];
