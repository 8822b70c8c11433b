import type { Scenario } from "../scenario.ts";
import { answer, postPoll, prePoll, redirectToTarget } from "./writing.ts";

/** A request as it leaves the platform. */
export const requests: readonly Scenario[] = [
  { name: "polls without any scripting", zap: "", respond: answer({ body: '[{"id":1}]' }) },
  {
    name: "renders auth fields before trigger fields",
    path: "/{{theme}}/{{flag}}/{{count}}/{{tags}}",
    auth_fields: { theme: "of auth" },
    trigger_fields: { theme: "of trigger", flag: true, count: 3, tags: ["a", "b c"] },
    zap: "",
  },
  {
    name: "leaves unknown variables in the path and takes them out of the query string",
    path: "/{{nothing}}/{{ theme }}?q={{nothing}}&r=a{{nothing}}b",
    trigger_fields: { theme: "t" },
    zap: "",
  },
  {
    name: "renders qualified variables and entries of a dict",
    path: "/{{bundle.inputData.theme}}/{{bundle.authData.token}}/{{pairs.one}}",
    trigger_fields: { theme: "t", pairs: { one: "1" } },
    zap: "",
  },
  {
    name: "renders the app's credentials, and not what is in them",
    path: "/{{process.env.CLIENT_ID}}",
    auth_fields: { theme: "t" },
    zap: prePoll("return { params: { secret: '{{process.env.CLIENT_SECRET}}' } };"),
  },
  { name: "places the mapping in the query string", placement: "querystring", path: "/things?a=1", zap: "" },
  { name: "places the mapping in both", placement: "both", zap: "" },
  { name: "puts every auth field there when the mapping is empty", mapping: {}, zap: "" },
  {
    name: "sends an empty header for an unknown variable of the mapping",
    mapping: { "X-None": "{{none}}" },
    zap: "",
  },
  { name: "allows blanks in variables of the mapping", mapping: { "X-Token": "T {{ token }}." }, zap: "" },
  {
    name: "adds the authentication again when pre_poll has dropped it",
    zap: prePoll("return { headers: { 'X-Mine': 'a' } };"),
  },
  {
    name: "keeps the authentication that pre_poll has changed",
    zap: prePoll(
      "bundle.request.headers['x-token'] = 'mine'; delete bundle.request.headers['X-Token']; return bundle.request;",
    ),
  },
  {
    name: "encodes the URL once",
    path: "/a b%20c/é'(x)|y?q=1 2%263",
    zap: "",
  },
  {
    name: "merges the query string into the params",
    path: "/things?a=1&b=2&b=3&n=",
    zap: prePoll(
      "bundle.request.params = { a: 'x y', b: ['4', '5'], none: null, empty: '', flag: true }; return bundle.request;",
    ),
  },
  {
    name: "drops null params without a query string",
    zap: prePoll(
      "return { params: { none: null, undef: undefined, empty: '', list: [1, null, 'b'], n: 0, no: false } };",
    ),
  },
  {
    name: "puts params after the fragment",
    path: "/things#part",
    zap: prePoll("return { params: { a: 1 } };"),
  },
  {
    name: "renders qualified variables in what pre_poll returns, and no bare ones",
    trigger_fields: { theme: "t" },
    zap: prePoll(
      "return { headers: { 'X-A': '{{bundle.inputData.theme}} {{theme}}' }, params: { a: '{{bundle.authData.token}}', b: '{{theme}}' } };",
    ),
  },
  {
    name: "keeps the first spelling and the last value of a header, without CR, LF and tab",
    zap: prePoll(
      "return { headers: { 'X-One': 'a', 'x-one': 'b\\r\\n\\tc', ' X-Two\\t': ' d ', 'X-No': '', 'X-Num': 5 } };",
    ),
  },
  {
    name: "form-encodes an object",
    zap: prePoll(
      "return { method: 'POST', data: { a: true, b: [1, null, 'x y'], c: { d: 1 }, e: null, f: '&' } };",
    ),
  },
  {
    name: "writes JSON anew",
    zap: prePoll('return { method: \'POST\', data: \'{ "a" : 1, "b": "{{theme}}" }\' };'),
  },
  {
    name: "turns JSON into a form when the content type says so",
    zap: prePoll(
      "return { method: 'post', headers: { 'content-type': 'application/x-www-form-urlencoded' }, data: '{\"a\":\"x y\",\"b\":[1,2]}' };",
    ),
  },
  { name: "sends text as it is", zap: prePoll("return { method: 'PUT', data: 'a=1&b=x y' };") },
  {
    name: "sends text without a type as plain text",
    zap: prePoll("return { method: 'PUT', headers: {}, data: 'text' };"),
  },
  {
    name: "renders what is no text",
    trigger_fields: { theme: "t", tags: ["a", "b"], pairs: { one: "1" } },
    zap: prePoll(
      "return { params: { a: '{{bundle.inputData}}', b: 'x{{bundle.inputData}}', c: '{{bundle.inputData.tags}}', d: '{{bundle.inputData.pairs}}', e: '{{bundle}}', f: '{{bundle.meta}}' } };",
    ),
  },
  {
    name: "sends text without a type on a GET",
    zap: prePoll("return { headers: {}, data: 'text {{bundle.targetUrl}}.' };"),
  },
  {
    name: "shows post_poll the method that an empty one stands for",
    zap: `${prePoll("return { method: '' };")}, ${postPoll("return [{ id: 1, method: bundle.request.method, data: bundle.request.data }];")}`,
  },
  { name: "sends {} when a POST has no data", zap: prePoll("return { method: 'POST' };") },
  {
    name: "sends nothing when the data of a POST is null",
    zap: prePoll("return { method: 'POST', data: null };"),
  },
  { name: "sends no empty body on a GET", zap: prePoll("return { data: {} };") },
  { name: "sends no empty JSON on a GET", zap: prePoll("return { data: '{}' };") },
  { name: "ignores auth and keys it does not know", zap: prePoll("return { auth: ['a', 'b'], foo: 1 };") },
  { name: "refuses a redirect to the loopback interface", respond: redirectToTarget, zap: "" },
];
