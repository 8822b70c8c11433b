import { expect, test } from "vitest";
import { runtimeGlobals } from "../../src/model/runtime-globals.ts";
import { runtimes } from "../../src/simulator/runtime.ts";
import { globals } from "../../src/simulator/script/globals.ts";
import { simulateZap } from "./integration.ts";

/** Values that a script can come by besides its globals. */
const found = `[
  setTimeout(function () {}, 0), setImmediate(function () {}), makeFunction('return this')(), bundle, this,
  require('buffer'), require('querystring'), require('assert'), require('path'), require('zlib'), require('zlib').gzipSync('a'), require('string_decoder'), require('url'), require('util'),
  z.request(bundle), bundle.response, bundle.response && bundle.response.headers,
  crypto.createHash('md5'), crypto.createHash('md5').update('a').digest(), crypto.createHmac('md5', 'k'),
  crypto.createSign('RSA-SHA256'), crypto.createCipheriv('aes-128-cbc', 'k23456789abcdef0', 'i23456789abcdef0'),
  crypto.randomBytes(4).slice(1), crypto.randomBytes(4).buffer, crypto.getHashes(), crypto.createSecretKey('k', 'utf8'),
  require('util').promisify(crypto.randomBytes)(4), new (require('util').TextDecoder)(),
  require('url').parse('https://a.example/b?c=1', true), new (require('url').URL)('https://a.example/?b=1').searchParams,
  require('querystring').parse('a=1&a=2'), new (require('string_decoder').StringDecoder)('utf8'),
  new DOMParser().parseFromString('<a b="c"/>', 'text/xml'), new XMLSerializer(), moment(), _.chain([1]),
  $, $('<p>'), $('<p>')[0], $('<p>')[0].ownerDocument.defaultView, $.parseXML('<a/>'), $.Deferred(), $.Event('a'),
  z.request({ url: bundle.request.url, encoding: null }).content, z.dehydrate('a', {}),
  new ErrorException('a'), new HaltedException('a'),
  caught(function () { crypto.createHash('none'); }), caught(function () { z.request({}); }),
  caught(function () { z.JSON.parse('{'); }), caught(function () { setTimeout(5); }),
  caught(function () { z.hash({}); }), caught(function () { z.AWS(); }), caught(function () { $.ajax({}); }),
  caught(function () { z.request({ url: bundle.request.url, a: function () {} }); }), caught(function () { moment.tz(); }), caught(function () { new (require('url').URL)('x'); }),
]`;

/** Walks all that can be reached from the globals and from `found`, and names what leads to another realm's Function. */
const walk = `
  var seen = new Set(), wrong = [], queue = [];
  function caught(work) { try { work(); } catch (error) { return error; } return 'nothing thrown'; }
  function add(value, path) {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) { return; }
    seen.add(value);
    queue.push([value, path]);
  }
  function check(value, path) {
    var last = value, next;
    while ((next = Object.getPrototypeOf(last)) !== null) { last = next; }
    if (value !== last && last !== Object.prototype && last.constructor !== undefined) { wrong.push(path + ' ends elsewhere'); }
    if (typeof value === 'function' && value !== makeFunction.prototype && !(value instanceof makeFunction)) { wrong.push(path + ' is a function of another realm'); }
  }
  function open(value, path) {
    add(Object.getPrototypeOf(value), path + '.__proto__');
    var keys = [];
    try { keys = Reflect.ownKeys(value); } catch (error) { add(error, path + ' (thrown)'); }
    keys.forEach(function (key) {
      var property = Object.getOwnPropertyDescriptor(value, key), name = path + '.' + String(key);
      add(property.get, name + ' (getter)');
      add(property.set, name + ' (setter)');
      try { add(value[key], name); } catch (error) { add(error, name + ' (thrown)'); }
    });
  }
  values.forEach(function (value, index) { add(value, 'found ' + index); });
  while (queue.length > 0) {
    var entry = queue.shift();
    check(entry[0], entry[1]);
    open(entry[0], entry[1]);
  }
  console.log(seen.size > 2000);`;

const named = `_, crypto, async, moment, DOMParser, XMLSerializer, atob, btoa, z, console, require, ErrorException,
  HaltedException, StopRequestException, ExpiredAuthException, RefreshTokenException, InvalidSessionException`;

test.each(runtimes)("nothing that a script can reach leads to Node.js on the %s runtime", async (runtime) => {
  const method = (parameters: string, values: string) => `function (${parameters}) {
    var makeFunction = (function () {}).constructor;
    var values = ${values}; ${walk}
    if (wrong.length > 0) { throw new Error(wrong.slice(0, 20).join('\\n')); }`;
  const sim = await simulateZap(
    `thing_pre_poll: ${method("bundle, callback", `${found}.concat([${named}, callback])`)} callback(null, {}); },
     thing_post_poll: ${method("bundle", `${found}.concat([${named}])`)} return []; }`,
    { runtime },
  );
  const { error, logs } = await sim.poll("thing");
  // What it calls on the way is not simulated, and is not what this is about.
  expect(error?.name).toBe("NotSimulated");
  expect(logs.map(({ text }) => text)).toEqual(["true", "true"]);
});

test.each([
  ["a timer", "setTimeout(function () { check(arguments, this); }, 0, {})"],
  ["z.request", "z.request({ url: 'https://a.example' }, function () { check(arguments, this); })"],
  [
    "z.request that fails",
    "z.request({ url: 'https://fails.example' }, function () { check(arguments, this); })",
  ],
  ["crypto.randomBytes", "crypto.randomBytes(4, function () { check(arguments, this); })"],
])("the callback of %s is handed nothing of Node.js", async (_, call) => {
  const sim = await simulateZap(
    `thing_poll: function (bundle, callback) {
      function check(values, self) {
        var all = [].slice.call(values).concat([values, self]).filter(function (value) { return value !== undefined && value !== null; });
        callback(null, all.map(function (value) { return value.constructor.constructor('return process')() === process; }));
      }
      ${call};
    }`,
    {
      http: ({ url }) => {
        if (url.includes("fails")) throw new Error("connect ECONNREFUSED");
        return new Response("x");
      },
    },
  );
  const { items, error } = await sim.poll("thing");
  expect(error).toBeUndefined();
  expect(new Set(items)).toEqual(new Set([true]));
});

test("knows nothing of Node.js by name on the legacy runtime, and no Function", async () => {
  const sim = await simulateZap(
    `thing_poll: function () {
      return [typeof root, typeof child_process, typeof Function, typeof module, typeof process, typeof global, typeof setInterval];
    }`,
    { runtime: "legacy" },
  );
  expect((await sim.poll("thing")).items).toEqual(Array(7).fill("undefined"));
});

test("has the globals that the model lists", () => {
  expect(Object.keys(globals).sort()).toEqual([...runtimeGlobals].sort());
});

test("starts each call with untouched modules of Node.js", async () => {
  const sim = await simulateZap(
    `thing_poll: function () {
      var shared = [crypto, crypto.createHash, crypto.createHash('md5').constructor.prototype, crypto.constants, require('querystring'),
        require('util').inspect.styles, require('buffer').Buffer, require('buffer').Buffer.prototype, require('url').URL.prototype, console, z];
      var marked = shared.filter(function (object) { return object.mark; }).length;
      shared.forEach(function (object) { object.mark = 1; });
      return [marked, require('crypto') === crypto];
    }`,
  );
  await sim.poll("thing");
  expect((await sim.poll("thing")).items).toEqual([0, true]);
});

test("computes with the modules of Node.js as Node.js does", async () => {
  const sim = await simulateZap(
    `thing_poll: function () {
      var Buffer = require('buffer').Buffer, url = require('url');
      var address = url.parse('https://a.example/b?c=1', true);
      address.query.d = 2;
      delete address.search;
      var bytes = Buffer.concat([new Buffer('caf', 'utf8'), new Buffer([195, 169])]);
      return [{
        text: bytes.toString('utf8'), length: bytes.length, byte: bytes[3], json: bytes.slice(4), is: Buffer.isBuffer(bytes),
        instance: bytes instanceof Buffer, equal: bytes.equals(Buffer.from('café')),
        digest: crypto.createHash('md5').update(bytes).digest().toString('base64'),
        key: crypto.pbkdf2Sync('a', 'b', 1, 4, 'sha1').toString('hex'),
        list: crypto.getHashes() instanceof Array, address: url.format(address), href: String(new url.URL('/x', 'https://a.example')),
        text2: require('util').format('%s %j', 'a', { b: bytes.length })
      }];
    }`,
  );
  expect((await sim.poll("thing")).items).toEqual([
    {
      text: "café",
      length: 5,
      byte: 195,
      json: { type: "Buffer", data: [169] },
      is: true,
      instance: true,
      equal: true,
      digest: "BxF/5KHr1USWXcGVcxg9og==",
      key: "b08f749c",
      list: true,
      address: "https://a.example/b?c=1&d=2",
      href: "https://a.example/x",
      text2: 'a {"b":5}',
    },
  ]);
});
