import type { Scenario } from "../scenario.ts";
import { answer, postPoll, prePoll, preWrite, redirectToTarget } from "./writing.ts";

const post = "method: 'POST', data: null";

const odd =
  "{ a: NaN, b: Infinity, c: new Date(0), d: new Date(NaN), e: [NaN, 1, new Date(0)], f: /x/, g: Buffer.from('x'), h: function () {}, i: new String('s'), j: new Of(), l: undefined, m: null, n: new Map([[1, 2]]), o: new Uint8Array([1, 2]), p: moment.utc(0) }";

/** Results of a `pre_` method that JSON would change. */
const valuesUnlikeJson: readonly string[] = [
  ...[
    "{ params: Buffer.from('ab') }",
    "{ params: new Date(0) }",
    "{ params: new Of() }",
    "{ params: 'a=1' }",
  ],
  ...["{ params: ['x', ['y', 'z']] }", "{ params: 5 }", "{ params: new URLSearchParams('a=1') }"],
  `{ params: ${odd} }`,
  `{ url: bundle.request.url + '?q=1', params: ${odd} }`,
  "{ headers: { a: NaN, b: Infinity, c: new Date(0), d: true, e: [1, NaN], f: new Of(), g: Buffer.from('x') } }",
  `{ method: 'POST', data: ${odd} }`,
  `{ method: 'POST', data: null, headers: {}, form: ${odd} }`,
  `{ method: 'POST', data: null, headers: {}, json: ${odd} }`,
  ...[
    "Buffer.from('a b')",
    "Buffer.from('{\"a\": 1}')",
    "new Date(0)",
    "NaN",
    "Infinity",
    "new Of()",
    "new Uint8Array([1])",
  ].flatMap((value) => [
    `{ method: 'POST', data: ${value} }`,
    `{ method: 'POST', data: null, body: ${value} }`,
  ]),
  ...["{ url: new URL(bundle.request.url) }", "{ method: new String('POST') }", "{ url: 5 }"],
  ...["Buffer.from('ab')", "new Date(0)", "new Of()", "[{ params: { a: 1 } }]"],
  "{ params: { a: 1 }, toJSON: function () { return { params: { b: 2 } }; } }",
];

/** Options that a `pre_` method may return besides the parts of a request. */
export const preOptions: readonly Scenario[] = [
  {
    name: "takes a form where there is no body",
    zap: prePoll(`return { ${post}, form: { a: 'x y', b: [1, 2] } };`),
  },
  {
    name: "takes a form as such where no content type is named",
    zap: prePoll(`return { ${post}, headers: {}, form: { a: 'x y', b: [1, 2] } };`),
  },
  {
    name: "takes json where there is no body",
    zap: prePoll(`return { ${post}, headers: {}, json: { a: [1] } };`),
  },
  {
    name: "prefers a body to a form",
    zap: prePoll("return { method: 'POST', body: { b: 1 }, form: { a: 1 } };"),
  },
  {
    name: "ignores a form beside the prepared body",
    zap: prePoll("return { method: 'POST', form: { a: 1 } };"),
  },
  { name: "sends a body that is a text", zap: prePoll("return { method: 'POST', body: 'x={{y}}' };") },
  { name: "sends a body that is a list", zap: prePoll("return { method: 'PUT', body: [1, { a: 2 }] };") },
  { name: "prefers data to a body", zap: prePoll("return { method: 'POST', body: { b: 1 }, data: 'x' };") },
  {
    name: "takes a redirect as the answer",
    zap: `${prePoll("return { redirect: 'manual' };")}, ${postPoll("return [{ id: bundle.response.status_code }];")}`,
    respond: ({ path }) =>
      path === "/things" ? { status: 302, headers: { location: "http://HOST/target" } } : {},
  },
  {
    name: "follows as many redirects as it says",
    zap: prePoll("return { follow: 2 };"),
    respond: (_, before) =>
      before < 2 ? { status: 302, headers: { location: `/again/${before}` } } : { body: '[{"id":1}]' },
  },
  {
    name: "follows no more redirects than it says",
    zap: prePoll("return { follow: 1 };"),
    respond: () => ({ status: 302, headers: { location: "/things" } }),
  },
  { name: "fails on a redirect", zap: prePoll("return { redirect: 'error' };"), respond: redirectToTarget },
  {
    name: "leaves params out that have no value",
    zap: prePoll(
      "return { params: { a: '', b: '{{none}}', c: null, d: 'x{{none}}', e: 0 }, removeMissingValuesFrom: { params: true } };",
    ),
  },
  {
    name: "leaves out of a body what has no value",
    zap: prePoll(
      "return { method: 'POST', body: { a: '', b: '{{none}}', d: 'x{{none}}', e: 0 }, removeMissingValuesFrom: { body: true } };",
    ),
  },
  {
    name: "keeps characters as they are in the query string",
    zap: prePoll("return { params: { '$filter': 'a eq $b', c: '(1)' }, skipEncodingChars: '$ ' };"),
  },
  {
    name: "asks for an answer that is not compressed, and takes it as it comes",
    zap: `${prePoll("return { compress: false };")}, ${postPoll("return [{ id: bundle.response.content.length }];")}`,
    respond: answer({ headers: { "content-encoding": "gzip" }, body: "[]" }),
  },
  {
    name: "reads an answer that is as long as it may be",
    zap: prePoll("return { size: 10 };"),
    respond: answer({ body: '[{"id":1}]' }),
  },
  {
    name: "reads no answer that is longer than it may be",
    zap: prePoll("return { size: '9' };"),
    respond: answer({ body: '[{"id":1}]' }),
  },
  {
    name: "waits no longer than a timeout that is a text",
    zap: prePoll("return { timeout: '100' };"),
    respond: answer({ delay: 400 }),
  },
  {
    name: "follows as many redirects as a text says",
    zap: prePoll("return { follow: '1' };"),
    respond: () => ({ status: 302, headers: { location: "/things" } }),
  },
  ...valuesUnlikeJson.map((result) => ({
    name: `sends what a pre_ method returns: ${result}`,
    zap: prePoll(`function Of() { this.a = 1; } Of.prototype.b = 2; return ${result};`),
  })),
  ...["new Date(5000)", "moment(5000)"].map((timeout) => ({
    name: `waits as long as a time says: ${timeout}`,
    zap: prePoll(`return { timeout: ${timeout} };`),
    respond: answer({ body: '[{"id":1}]', delay: 50 }),
  })),
  ...["holder", "{ params: holder }", "{ data: holder }", "{ headers: { x: holder } }"].map((result) => ({
    name: `fails where what a pre_ method returns holds itself: ${result}`,
    zap: prePoll(`var holder = {}; holder.holder = holder; return ${result};`),
  })),
  {
    name: "fails where what pre_write returns holds itself",
    zap: preWrite("var holder = {}; holder.holder = holder; return holder;"),
    step: { kind: "write" },
  },
  { name: "takes no signal", zap: prePoll("return { signal: {} };") },
  {
    name: "ignores what would change nothing",
    zap: prePoll("return { raw: false, merge: true, signal: null, encodeURIComponent: 'x' };"),
  },
  {
    name: "lets post_poll see a 429",
    zap: `${prePoll("return { throwForThrottlingEarly: false };")}, ${postPoll("throw new HaltedException('later');")}`,
    respond: answer({ status: 429 }),
  },
];
