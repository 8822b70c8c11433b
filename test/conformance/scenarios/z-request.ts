import type { Scenario } from "../scenario.ts";
import { answer, asks, redirectToTarget } from "./writing.ts";
import { zRequestOptions } from "./z-request-options.ts";

/** The requests and answers of z.request. */
export const zRequests: readonly Scenario[] = [
  {
    name: "sends params of every kind",
    path: "/things?a=1&a=2&b=x%20y",
    zap: asks('{ params: { a: [3, 4], c: { d: null, e: true }, f: undefined, g: "!\'()*~é", h: [] } }'),
  },
  { name: "leaves the address alone without params", path: "/a%20b?c=d e|f", zap: asks("{}") },
  { name: "sends data as it is", zap: asks("{ method: 'POST', data: 'text' }") },
  { name: "sends a form", zap: asks("{ method: 'post', form: { a: 'x y', b: [1] } }") },
  { name: "sends the text of a form", zap: asks("{ method: 'POST', form: \"a=(x)'y\" }") },
  {
    name: "sends and parses JSON",
    zap: asks("{ method: 'POST', json: true, data: { a: [1] } }"),
    respond: answer({ body: '{"b":2}' }),
  },
  {
    name: "sends a value as JSON",
    zap: asks("{ method: 'POST', json: { a: 1 } }"),
    respond: answer({ body: "no json" }),
  },
  {
    name: "sends a JSON text twice encoded",
    zap: asks("{ method: 'POST', json: true, body: '{}' }"),
    respond: answer({ body: "" }),
  },
  {
    name: "sends Basic authentication",
    zap: asks("{ auth: ['u', 'p:é'], headers: { 'X-A': '1', 'X-B': undefined } }"),
  },
  {
    name: "takes the whole bundle",
    path: "/things?a=1",
    zap: "thing_poll: function (bundle) { return [{ id: 1, answer: z.request(bundle).status_code }]; }",
  },
  { name: "answers null for no content", zap: asks("{}"), respond: answer({ status: 204, body: "" }) },
  { name: "refuses a request without an address", zap: asks("{ url: undefined }") },
  { name: "refuses an address without a host", zap: asks("{ url: 'nowhere' }") },
  { name: "refuses another protocol", zap: asks("{ url: 'ftp://127.0.0.1/' }") },
  { name: "refuses an address that is not encoded", zap: asks("{ url: bundle.request.url + '/\u2603' }") },
  { name: "throws when nothing listens", zap: asks("{ url: 'http://127.0.0.1:2/' }") },
  {
    name: "follows the redirect of a GET",
    zap: asks("{ headers: { 'content-type': 'text/x', Authorization: 'a' } }"),
    respond: redirectToTarget,
  },
  {
    name: "does not follow the redirect of a POST",
    zap: asks("{ method: 'POST', data: 'x' }"),
    respond: redirectToTarget,
  },
  {
    name: "does not follow a redirect when told so",
    zap: asks("{ followRedirect: false }"),
    respond: redirectToTarget,
  },
  {
    name: "computes hashes and reads JSON",
    zap: `thing_poll: function () {
      var message; try { z.JSON.parse(new Array(120).join('x')); } catch (error) { message = error.message; }
      return [{ id: 1, message: message, hash: z.hash('sha256', 'é'), hash2: z.hash('md5', 'é', 'base64', 'utf8'), hmac: z.hmac('sha1', 'k', 'é'), snip: z.snipify('secret'), none: z.snipify(5), b: btoa('é'), a: atob('6Q==') }]; }`,
  },
  {
    name: "has the libraries of the platform",
    zap: `thing_poll: function () {
      var doc = new DOMParser().parseFromString('<a><b>1</b></a>', 'text/xml');
      return [{ id: 1, t: _.template('{{ a }}-{{b}}')({ a: 1, b: 2 }), c: _.contains([1], 1), m: _.collect([1], function (x) { return x + 1; }),
        v: [_.VERSION, moment.version, moment.tz.version], p: moment.tz('2024-07-01T00:00:00Z', 'Europe/Paris').format(),
        xml: new XMLSerializer().serializeToString(doc), array: _.map([1], _.identity) instanceof Array,
        same: new InvalidSessionException('a') instanceof RefreshTokenException, qs: require('querystring').stringify({ a: 'b c' }),
        md5: crypto.createHash('md5').update('a').digest('hex'), names: [new ErrorException('m').name, new ErrorException('m').message, new HaltedException().message] }]; }`,
  },
  {
    name: "has async",
    zap: "thing_poll: function (bundle, callback) { async.map([1, 2], function (n, done) { done(null, { id: n }); }, callback); }",
  },
  ...zRequestOptions,
  // The last one: it ends the runner's thread for requests, and the next z.request would wait for ever.
  { name: "refuses an object as data", zap: asks("{ method: 'POST', data: { a: 1 } }") },
];
