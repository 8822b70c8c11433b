import type { Scenario } from "../scenario.ts";
import { redirectToTarget } from "./writing.ts";

/** A poll whose one item shows what an expression is, or what it throws. */
function shows(expression: string): string {
  return `thing_poll: function (bundle) {
    var value;
    try { value = ${expression}; } catch (error) { value = [error.name, error.code, String(error.message).split('\\n')[0]]; }
    return [{ id: 1, value: z.JSON.stringify(value) }];
  }`;
}

/** A poll whose one item shows what a promise becomes. */
function awaits(promise: string): string {
  return `thing_poll: function (bundle) {
    return ${promise}.then(function (value) { return value; }, function (error) { return [error.name, error.message, error.cause && error.cause.message]; })
      .then(function (value) { return [{ id: 1, value: value }]; });
  }`;
}

const expressions = [
  ...["Buffer.from('é').toString('base64')", "Buffer.concat([Buffer.from('a'), Buffer.alloc(1)]).length"],
  ...["Buffer.from([1]) instanceof Uint8Array", "Buffer.isBuffer(require('buffer').Buffer.from('a'))"],
  "new URL('/x?y=1#z', 'https://u:p@a.example:8080').href",
  "(function () { var u = new URL('https://a.example'); u.searchParams.append('a b', 'é'); return [u.href, u instanceof URL, JSON.stringify(u)]; })()",
  "new URL('nowhere')",
  "Array.from(new URLSearchParams({ a: '1', b: 'c d' })).concat(new URLSearchParams('q=%C3%A9').get('q'))",
  ...["Array.from(new TextEncoder().encode('é'))", "new TextDecoder().decode(new Uint8Array([195, 169]))"],
  "structuredClone({ a: new Date(0), b: [undefined, null], c: 'd' })",
  "structuredClone(function () {})",
  "(function () { try { structuredClone(function () {}); } catch (e) { return [e instanceof Error, Object.keys(e), JSON.stringify(e), String(e)]; } })()",
  "(function () { try { z.request({ url: bundle.request.url, data: function () {} }); } catch (e) { return [Object.keys(e), JSON.stringify(e), String(e)]; } })()",
  "(function () { var c = new AbortController(), seen = []; c.signal.addEventListener('abort', function (e) { seen.push(e.type); }); c.abort(); return [seen, c.signal.aborted, c.signal.reason.name]; })()",
  "[typeof fetch, typeof Headers, typeof Response, typeof Request, typeof queueMicrotask, typeof process, typeof global]",
  "Object.keys(console).filter(function (name) { return typeof console[name] === 'function' && name !== 'context' && name !== 'createTask'; }).sort()",
  "[require('underscore') === _, require('async') === async, require('moment') === moment, require('moment-timezone') === moment]",
  ...[
    "require('lodash').chunk([1, 2, 3], 2)",
    "require('lodash').VERSION",
    "require('flat')({ a: { b: [1] } })",
  ],
  "new (require('@xmldom/xmldom').DOMParser)().parseFromString('<a>b</a>', 'text/xml').documentElement.textContent",
  ...[
    "require('no-such-package')",
    ...[
      "require('./local')",
      "require('../local')",
      "require('lodash/no-such-function')",
      "require('async/nothing')",
    ],
    ...["require(5)", "require()", "require('')", "require({})"],
    "[require('lodash/get')({ a: { b: 1 } }, 'a.b'), require('lodash/map.js')([1], String), require('lodash/fp').map(String, [1]), require('lodash/fp/get')('a', { a: 2 })]",
    "require('async/waterfall').length",
    // The runner's process keeps the language.
    "(function () { var first = moment.locale(), exported = require('moment/locale/de'), shown = moment.utc(0).format('LLLL'); return [first, exported, moment.locale(), moment.locale('en'), shown]; })()",
    "require('moment/locale/nowhere')",
    "[require('mime-types').lookup('a.pdf'), require('mime-types').contentType('a.json'), require('mime-types').extension('text/plain'), require('mime-types').charset('text/html')]",
    "[require('content-disposition')('é \"a\".txt'), require('content-disposition').parse('attachment; filename=\"a b.txt\"').parameters]",
    "[typeof require('form-data'), typeof require('jquery'), typeof require('./$')]",
    "require('lodash') === require('lodash')",
    "Object.keys(require('request')).sort()",
  ],
  ...["z.request(bundle.request.url)", "z.request({ url: true })", "z.request({ uri: 5 })"],
];

/** The parts of Node.js and of the runner's packages that the converted runtime has. */
export const node: readonly Scenario[] = [
  ...expressions.map((expression) => ({ name: `evaluates ${expression}`, zap: shows(expression) })),
  {
    name: "answers fetch",
    zap: awaits(
      "fetch(bundle.request.url, { method: 'POST', body: JSON.stringify({ a: 1 }), headers: { 'X-Own': 'b' } }).then(function (r) { return r.text().then(function (text) { return [text, r.status, r.ok, r.redirected, r.url, r.headers.get('x-one'), r instanceof Response]; }); })",
    ),
    respond: ({ method }) => ({ status: 201, body: method, headers: { "X-One": "1" } }),
  },
  {
    name: "follows redirects of fetch",
    zap: awaits(
      "fetch(bundle.request.url, { method: 'POST', body: 'a' }).then(function (r) { return r.json().then(function (json) { return [json, r.redirected, r.url]; }); })",
    ),
    respond: redirectToTarget,
  },
  { name: "rejects fetch of what is no address", zap: awaits("fetch('nowhere')") },
  {
    name: "rejects fetch that is aborted",
    zap: awaits("fetch(bundle.request.url, { signal: AbortSignal.abort() })"),
  },
  {
    name: "answers the package request",
    zap: `thing_poll: function (bundle, callback) {
      require('request').defaults({ headers: { 'X-Own': 'a' } }).put(bundle.request.url, { json: { b: 1 } }, function (error, response, body) {
        callback(error, [{ id: response.statusCode, body: body, same: body === response.body, one: response.headers['x-one'] }]);
      });
    }`,
    respond: () => ({ body: '{"c":2}', headers: { "X-One": "1" } }),
  },
  ...["method: 5", "method: 'A B'", "headers: { 'a b': 1 }"].map((option) => ({
    name: `hands a callback the error of a request that cannot be sent: ${option}`,
    zap: `thing_poll: function (bundle, callback) {
      z.request({ url: bundle.request.url, ${option} }, function (error) {
        callback(null, [{ id: 1, value: [error.name, error.message, error.code, Object.keys(error), error instanceof Error] }]);
      });
    }`,
  })),
  {
    name: "fails with the error of a value that cannot be cloned",
    zap: "thing_poll: function () { structuredClone(function () {}); }",
    differs: {
      documented: "An error that a method throws ends the run, with its name and its message.",
      source: '"Exceptions"',
      runner:
        "The message of a DOMException cannot be changed: a TypeError, `Cannot set property message of  which has only a getter`, takes its place.",
      outcome: { error: { name: "DataCloneError", message: "function () {} could not be cloned." } },
    },
  },
  {
    name: "gives the request of z.request with a callback at once",
    zap: `thing_poll: function (bundle, callback) {
      var sent = z.request({ url: bundle.request.url, method: 'PUT', headers: { 'X-Own': 'a' } }, function () {
        var json = JSON.parse(JSON.stringify(sent));
        callback(null, [{ id: 1, type: typeof sent, keys: _.keys(json), method: json.method, path: json.uri.path, own: json.headers['X-Own'] }]);
      });
    }`,
  },
];
