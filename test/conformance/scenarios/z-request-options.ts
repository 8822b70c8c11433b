import { gzipSync } from "node:zlib";
import type { Respond } from "../recording-server.ts";
import type { Scenario } from "../scenario.ts";
import { answer, asks } from "./writing.ts";

/** Redirects once, and answers the other requests. */
const redirectsOnce: Respond = ({ path }) =>
  path === "/target" ? { body: "there" } : { status: 302, headers: { location: "/target" } };

/** Sets a cookie with the first answer. */
const setsCookie: Respond = (_, before) =>
  before === 0 ? { headers: { "set-cookie": ["a=1; Path=/", "b=2; Path=/other"] } } : { body: "x" };

/** Refuses once, as a server with Digest authentication. */
const wantsDigest: Respond = (_, before) =>
  before === 0
    ? { status: 401, headers: { "www-authenticate": 'Digest realm="r", nonce="n", algorithm=MD5' } }
    : { body: "in" };

/** The options of z.request that scripts use besides the plain ones. */
export const zRequestOptions: readonly Scenario[] = [
  { name: "sends a bearer token", zap: asks("{ auth: { bearer: 'b' } }") },
  { name: "sends a user and a pass", zap: asks("{ auth: { user: 'u', pass: 'p' } }") },
  { name: "sends a username without a password", zap: asks("{ auth: { username: 'u' } }") },
  {
    name: "answers Digest authentication",
    zap: asks("{ auth: { user: 'u', pass: 'p', sendImmediately: false } }"),
    respond: wantsDigest,
  },
  {
    name: "takes the user of the address",
    zap: asks("{ url: bundle.request.url.replace('//', '//u:p%40@') }"),
  },
  { name: "sends a path as it stands", zap: asks("{ url: bundle.request.url + '/../up/./x' }") },
  {
    name: "sends letters of a path that it does not encode",
    zap: asks("{ url: bundle.request.url + '/\u00e9' }"),
  },
  {
    name: "follows no redirect to nowhere",
    zap: asks("{}"),
    respond: answer({ status: 302, headers: { location: "//" } }),
  },
  { name: "sends nested params", zap: asks("{ qs: { a: { b: [1, { c: 'x y' }] }, d: ['e', 'f'] } }") },
  {
    name: "writes lists in params as it is told",
    zap: asks("{ qs: { a: [1, 2] }, qsStringifyOptions: { arrayFormat: 'repeat' } }"),
  },
  { name: "writes params by querystring", zap: asks("{ qs: { a: [1, 2], b: 'é' }, useQuerystring: true }") },
  { name: "appends the path to a base", zap: asks("{ url: '/a?b=1', baseUrl: bundle.request.url }") },
  { name: "sends a nested form", zap: asks("{ method: 'POST', form: { a: { b: [1, null] }, c: '!*()' } }") },
  {
    name: "sends the parts of formData",
    zap: asks(
      "{ method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, formData: { a: 'b', n: 5, l: ['c', 'd'], f: { value: 'text', options: { filename: 'f.txt', contentType: 'text/x' } } } }",
    ),
  },
  {
    name: "sends multipart bodies",
    zap: asks(
      "{ method: 'PUT', multipart: { boundary: 'b', chunked: false, data: [{ 'content-type': 'application/json', body: '{}' }, { body: 'é' }] } }",
    ),
  },
  { name: "sends a list of texts as the body", zap: asks("{ method: 'POST', body: ['a', 'é', 'c'] }") },
  {
    name: "sends bytes",
    zap: asks("{ method: 'POST', body: new (require('buffer').Buffer)('caf\\u00e9', 'utf8') }"),
  },
  { name: "sends a body with a GET", zap: asks("{ body: 'x' }") },
  { name: "sends a body with a DELETE", zap: asks("{ method: 'delete', body: 'x' }") },
  { name: "refuses a body with a HEAD", zap: asks("{ method: 'HEAD', body: 'x' }") },
  { name: "sends a HEAD", zap: asks("{ method: 'HEAD' }"), respond: answer({ body: "x" }) },
  { name: "sends a number as JSON", zap: asks("{ method: 'POST', json: 5 }") },
  { name: "sends false as no JSON", zap: asks("{ method: 'POST', json: false, body: 'x' }") },
  {
    name: "sends a form and parses JSON",
    zap: asks("{ method: 'POST', form: { a: 'b c' }, json: true }"),
    respond: answer({ body: "[1]" }),
  },
  { name: "keeps cookies", zap: asksTwice("{ jar: true }"), respond: setsCookie },
  { name: "forgets cookies", zap: asksTwice("{}"), respond: setsCookie },
  {
    name: "follows all redirects",
    zap: asks("{ method: 'POST', body: 'x', followAllRedirects: true }"),
    respond: redirectsOnce,
  },
  {
    name: "keeps the method of a redirect",
    zap: asks("{ method: 'PUT', body: 'x', followAllRedirects: true, followOriginalHttpMethod: true }"),
    respond: redirectsOnce,
  },
  { name: "stops after maxRedirects", zap: asks("{ maxRedirects: 0 }"), respond: redirectsOnce },
  {
    name: "leaves the referer out",
    zap: asks("{ removeRefererHeader: true }"),
    respond: redirectsOnce,
  },
  {
    name: "redirects to nowhere",
    zap: asks("{}"),
    respond: answer({ status: 302, headers: { location: "mailto:a" } }),
  },
  {
    name: "answers bytes for encoding null",
    zap: asks("{ encoding: null }"),
    respond: answer({ body: "é" }),
  },
  { name: "answers in an encoding", zap: asks("{ encoding: 'hex' }"), respond: answer({ body: "é" }) },
  { name: "asks for gzip", zap: asks("{ gzip: true }"), respond: answer({ body: "plain" }) },
  {
    name: "unpacks gzip when it is told",
    zap: asks("{ gzip: true }"),
    respond: answer({ headers: { "content-encoding": "gzip" }, bytes: gzipSync("unpacked") }),
  },
  { name: "signs with OAuth1", zap: signs("{}") },
  { name: "signs with OAuth1 in the query string", zap: signs("{ transport_method: 'query' }") },
  { name: "sends headers of every kind", zap: asks("{ headers: { a: 1, b: true, c: ['d', 'e'], F: '' } }") },
  { name: "refuses a header with a line break", zap: asks("{ headers: { a: 'b\\nc' } }") },
  { name: "sends a header that is null", zap: asks("{ headers: { a: null } }") },
  { name: "asks for another host", zap: asks("{ headers: { Host: 'other.example' } }") },
  { name: "refuses a method that is none", zap: asks("{ method: 'A B' }") },
  {
    name: "refuses a function",
    zap: "thing_poll: function (bundle) { try { z.request({ url: bundle.request.url, jsonReviver: function () {} }); } catch (error) { return [{ id: 1, name: error.name, message: error.message }]; } }",
  },
  {
    name: "takes what belongs to the connection",
    zap: asks(
      "{ strictSSL: false, rejectUnauthorized: false, forever: true, time: true, timeout: 5000, pool: { maxSockets: 1 }, agentOptions: { a: 1 } }",
    ),
  },
  {
    name: "waits no longer than timeout",
    zap: asks("{ timeout: 100 }"),
    respond: () => ({ delay: 400 }),
  },
  {
    name: "changes the request of a bundle",
    path: "/things?a=1",
    zap: "thing_poll: function (bundle) { bundle.request.params = { b: 2 }; bundle.request.auth = ['u', 'p']; z.request(bundle); return [{ id: 1, request: bundle.request }]; }",
  },
  {
    name: "throws an error without a code",
    zap: "thing_poll: function (bundle) { try { z.request({ url: 'http://127.0.0.1:2/' }); } catch (error) { return [{ id: 1, keys: Object.keys(error), code: error.code, message: error.message, name: error.name, own: error instanceof Error }]; } }",
  },
  {
    name: "hands an error with its code to a callback",
    zap: "thing_poll: function (bundle, callback) { z.request({ url: 'http://127.0.0.1:2/' }, function (error, response) { callback(null, [{ id: 1, code: error.code, port: error.port, syscall: error.syscall, message: error.message, response: response }]); }); }",
  },
  {
    name: "answers a callback with bytes as text",
    zap: "thing_poll: function (bundle, callback) { z.request({ url: bundle.request.url, encoding: null, method: 'POST', body: new (require('buffer').Buffer)('b') }, function (error, response) { callback(error, [{ id: 1, content: response.content }]); }); }",
    respond: answer({ body: "é" }),
  },
  {
    name: "calls back at once when there is no address",
    zap: "thing_poll: function (bundle, callback) { var order = []; z.request({}, function (error) { order.push(error.message); }); order.push('after'); z.request({ url: bundle.request.url, headers: { a: 'b\\nc' } }, function (error) { order.push(error.message); callback(null, [{ id: 1, order: order }]); }); order.push('last'); }",
  },
];

/** A `thing_poll` that asks twice with these options. */
function asksTwice(options: string): string {
  return `thing_poll: function (bundle) {
    z.request(_.extend({ url: bundle.request.url }, ${options}));
    return [{ id: 1, content: z.request(_.extend({ url: bundle.request.url }, ${options})).content }];
  }`;
}

/** A `thing_poll` that signs a request with OAuth1, with a nonce and time that stay the same. */
function signs(more: string): string {
  return asks(
    `{ method: 'POST', oauth: _.extend({ consumer_key: 'c k', consumer_secret: 'cs', token: 't', token_secret: 'ts', nonce: 'n', timestamp: '1', signature_method: 'PLAINTEXT' }, ${more}) }`,
  );
}
