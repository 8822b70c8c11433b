import type { Reply } from "../recording-server.ts";
import type { Scenario } from "../scenario.ts";
import { answer, asks, postPoll, prePoll, redirectToTarget, showsBundle } from "./writing.ts";

const replies: readonly Reply[] = [
  { body: '{"a":[1]}', headers: { "content-type": "application/json", "X-One": "1" } },
  { body: "a=1&b=2", headers: { "content-type": "application/x-www-form-urlencoded" } },
  { body: "plain", status: 404 },
];

/** The bundles of methods, and the handling of their results. */
export const methods: readonly Scenario[] = [
  {
    name: "gives poll the prepared request",
    path: "/things?a={{theme}}",
    trigger_fields: { theme: "t", tags: ["x"] },
    zap: showsBundle,
  },
  {
    name: "says why it asks",
    meta: { frontend: true },
    zap: "thing_poll: function (bundle) { return [{ id: 1, meta: bundle.meta }]; }",
  },
  {
    name: "says that a dropdown is being filled, and its page",
    meta: { prefill: true, page: 2 },
    zap: "thing_poll: function (bundle) { return [{ id: 1, meta: bundle.meta }]; }",
  },
  {
    name: "says that a Zap is being turned on, and how many items are wanted",
    meta: { first_poll: true, limit: 3 },
    zap: "thing_pre_poll: function (bundle) { return { params: bundle.meta }; }",
  },
  {
    name: "puts a user name and password into request.auth",
    auth_fields: { username: "u", password: "p" },
    zap: showsBundle,
  },
  {
    name: "gives post_poll the request that was sent",
    path: "/things?a=1",
    zap: `${prePoll("bundle.request.params.b = 2; bundle.request.headers['content-type'] = 'text/x'; return bundle.request;")},
      ${postPoll("return [{ id: 1, request: bundle.request, url_raw: bundle.url_raw, trigger_fields: bundle.trigger_fields, content: bundle.response.content }];")}`,
    respond: answer({ body: "plain" }),
  },
  {
    name: "gives post_poll the body of a POST",
    zap: `${prePoll("return { method: 'POST', data: { a: 1 } };")}, ${postPoll("return [{ id: 1, request: bundle.request }];")}`,
  },
  {
    name: "looks headers up without regard to case",
    zap: postPoll(
      "var h = bundle.response.headers; return [{ id: bundle.response.status_code, a: h['X-One'], b: h['x-one'], c: h.none, d: Object.keys(h), e: h.get('X-One'), f: h['set-cookie'], g: JSON.stringify(h).indexOf('x-one') > 0 }];",
    ),
    respond: answer({ headers: { "X-One": "1", "set-cookie": ["a=1", "b=2"] } }),
  },
  ...replies.map((reply) => ({
    name: `gives post_poll all that core has of the answer ${reply.body}`,
    zap: postPoll(`var r = bundle.response, thrown;
      try { r.throwForStatus(); } catch (error) { thrown = [error.name, error.message]; }
      throw new ErrorException(shown({ keys: _.keys(r), url: r.url, status: r.status, redirected: r.redirected, json: r.json, data: r.data,
        request: _.keys(r.request), curlies: r.request.serializeValueForCurlies && r.request.serializeValueForCurlies([true, 1]),
        one: [r.getHeader('x-one'), r.getHeader('none')], skips: r.skipThrowForStatus, thrown: thrown }));`),
    respond: answer(reply),
  })),
  {
    name: "shows post_poll where a redirect has led",
    zap: postPoll("return [{ id: 1, url: bundle.response.url, redirected: bundle.response.redirected }];"),
    respond: redirectToTarget,
  },
  {
    name: "calls asynchronous methods",
    zap: `thing_poll: function (bundle, callback) { z.request({ url: bundle.request.url }, function (err, response) { callback(err, [{ id: 1, response: response.content }]); }); }`,
    respond: answer({ body: "x" }),
  },
  {
    name: "passes on the error of a callback",
    zap: "thing_poll: function (bundle, callback) { callback(new Error('no')); }",
  },
  {
    name: "does not check the status for poll",
    zap: asks("{}"),
    respond: answer({ status: 500, body: "oops" }),
  },
  { name: "stops in pre_poll", zap: prePoll("throw new StopRequestException('no');") },
  { name: "stops in poll", zap: "thing_poll: function () { throw new StopRequestException('no'); }" },
  { name: "does not stop in post_poll", zap: postPoll("throw new StopRequestException('no');") },
  { name: "fails when pre_poll returns nothing", zap: prePoll("") },
  { name: "fails when pre_poll returns null", zap: prePoll("return null;") },
  {
    name: "fails when pre_poll returns an undefined URL",
    zap: prePoll("return { url: bundle.request.ulr };"),
  },
  { name: "takes headers that are undefined as none", zap: prePoll("return { headers: undefined };") },
  {
    name: "passes on what get_session_info throws",
    zap: "get_session_info: function () { throw new ErrorException('bad key'); }",
  },
  {
    name: "gives get_session_info a bare request",
    zap: `get_session_info: function (bundle) { return { token: JSON.stringify(bundle.request), meta: bundle.meta, zap: bundle.zap }; },
      thing_poll: function (bundle) { return [{ id: 1, token: bundle.auth_fields.token, meta: bundle.auth_fields.meta, zap: bundle.zap }]; }`,
  },
  {
    name: "awaits the Promise of poll",
    zap: "thing_poll: function () { return Promise.resolve([{ id: 1 }]); }",
  },
  {
    name: "loses the data of a Promise",
    zap: prePoll("return Promise.resolve({ method: 'POST', data: { a: 1 }, params: { b: 2 } });"),
  },
  { name: "takes a Promise of nothing as no change", zap: prePoll("return Promise.resolve();") },
  { name: "awaits the Promise of post_poll", zap: postPoll("return Promise.resolve([{ id: 2 }]);") },
  {
    name: "awaits a Promise that is handed to the callback",
    zap: "thing_pre_poll: function (bundle, callback) { callback(null, Promise.resolve({ method: 'POST', data: { a: 1 } })); }",
  },
  {
    name: "passes on what a Promise is rejected with",
    zap: "thing_poll: function () { return Promise.reject(new HaltedException('no')); }",
  },
  {
    name: "makes pointers to methods and files",
    zap: `thing_poll: function (bundle) {
      return [{ id: 1, a: z.dehydrate('get_it', { b: 1 }), c: z.dehydrate('get_it'), d: z.dehydrateFile('https://x.example'),
        e: z.dehydrateFile('https://x.example', { headers: { f: 'g' } }, { name: 'h', length: 5 }), i: z.dehydrateFile(null, null) }]; }`,
  },
  {
    name: "refuses a pointer to too much",
    zap: "thing_poll: function (bundle) { return [{ id: z.dehydrate('get_it', { b: new Array(12000).join('x') }) }]; }",
  },
];
