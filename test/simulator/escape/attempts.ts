/**
 * Attempts of a script to get at the realm outside of its own: an object of Node.js, and by its `constructor.constructor` code
 * that runs there. Each is the body of a function that calls `probe` with any value that it got.
 */
export interface Attempt {
  readonly name: string;
  readonly code: string;
}

/** Values that are not what they seem. All of them probe what their code is handed. */
const lures: { readonly [name: string]: string } = {
  "a Proxy as a function": "new Proxy(function () {}, traps)",
  "a Proxy as an object": "new Proxy({}, traps)",
  "a Proxy as an array": "new Proxy([], traps)",
  "an object with a Proxy as its prototype": "Object.create(new Proxy({}, traps))",
  "a function with a Proxy as its prototype":
    "Object.setPrototypeOf(function () { spy(this, arguments); }, new Proxy(Function.prototype, traps))",
  "bytes with a Proxy as their prototype":
    "Object.setPrototypeOf(new Uint8Array(8), new Proxy(Uint8Array.prototype, traps))",
  "an object that becomes a primitive":
    "{ toString: spy, valueOf: spy, toJSON: spy, [Symbol.toPrimitive]: spy }",
  "an object with known symbols":
    "{ [Symbol.for('nodejs.util.inspect.custom')]: spy, [Symbol.for('nodejs.util.promisify.custom')]: spy, [Symbol.iterator]: spy, [Symbol.asyncIterator]: spy, [Symbol.toStringTag]: 'x', [Symbol.hasInstance]: spy, [Symbol.for('nodejs.rejection')]: spy }",
  "an object with getters":
    "Object.defineProperties({}, ['length', 'then', 'constructor', 'buffer', 'byteLength', 'encoding', 'key', 'transform', 'highWaterMark', 'signal', 'message', 'name', 'stack', 'code'].reduce(function (all, name) { all[name] = { get: function () { spy(this, arguments); return spy; }, enumerable: true }; return all; }, {}))",
  "a thenable":
    "{ then: function () { spy.apply(this, arguments); for (var i = 0; i < arguments.length; i += 1) { try { arguments[i](spy); } catch (error) { probe(error); } } } }",
  "an array with a species": "Object.assign([1], { constructor: { [Symbol.species]: spy } })",
  "bytes with a species": "Object.assign(new Uint8Array(4), { constructor: { [Symbol.species]: spy } })",
  "options of streams":
    "{ transform: spy, flush: spy, final: spy, write: spy, read: spy, destroy: spy, construct: spy, objectMode: true, highWaterMark: 1, signal: { addEventListener: spy, aborted: false }, emitClose: true, encoding: 'utf8', decodeStrings: true }",
  "a function": "spy",
};

/** Functions of Node.js, and what of theirs a lure is given as. */
const doors: { readonly [name: string]: string } = {
  "console.log": "console.log(lure)",
  "console.log as a format": "console.log('%s %o %O %j %d', lure, lure, lure, lure, lure)",
  setTimeout: "setTimeout(lure, 0, lure)",
  setImmediate: "setImmediate(lure, lure)",
  clearTimeout: "clearTimeout(lure)",
  "z.request": "probe(z.request(lure))",
  "options of z.request":
    "probe(z.request({ url: 'https://a.example/', method: 'POST', headers: lure, body: lure, json: lure, qs: lure, auth: lure, agentOptions: lure }))",
  "the callback of z.request": "z.request({ url: 'https://a.example/' }, lure)",
  "the callback of z.request that fails": "z.request({ url: 'https://fails.example/' }, lure)",
  "z.hash": "probe(z.hash('md5', lure, lure, lure))",
  "z.hmac": "probe(z.hmac('md5', lure, lure))",
  "z.JSON.parse": "probe(z.JSON.parse(lure))",
  "z.JSON.stringify": "probe(z.JSON.stringify(lure))",
  "z.dehydrate": "probe(z.dehydrate(lure, lure))",
  "z.snipify": "probe(z.snipify(lure))",
  "atob and btoa": "probe(atob(lure)); probe(btoa(lure))",
  require: "probe(require(lure))",
  "crypto.createHash":
    "var hash = crypto.createHash('md5', lure); probe(hash); hash.on('data', lure); hash.update(lure); hash.write('x'); hash.end(); probe(hash.digest(lure))",
  "crypto.createHmac": "probe(crypto.createHmac('md5', lure, lure).update('x').digest())",
  "crypto.randomBytes": "probe(crypto.randomBytes(4, lure))",
  "crypto.randomFill": "probe(crypto.randomFill(lure, lure)); probe(crypto.randomFillSync(lure))",
  "crypto.pbkdf2":
    "probe(crypto.pbkdf2('a', 'b', 1, 4, 'sha1', lure)); probe(crypto.pbkdf2Sync(lure, lure, 1, 4, 'sha1'))",
  "crypto.createSecretKey": "probe(crypto.createSecretKey(lure))",
  "crypto.generateKeyPair": "probe(crypto.generateKeyPair('ec', lure, lure))",
  "crypto.webcrypto":
    "probe(crypto.webcrypto.subtle.digest(lure, lure)); crypto.webcrypto.subtle.digest('SHA-1', lure).then(probe, probe)",
  "zlib.gzip": "probe(zlib.gzip('x', lure, lure)); probe(zlib.gzipSync(lure, lure))",
  "zlib.createGzip":
    "var gzip = zlib.createGzip(lure); probe(gzip); gzip.on('data', lure); gzip.on('error', lure); gzip.pipe(lure); gzip.end('x', lure)",
  "util.inspect": "probe(util.inspect(lure, lure)); probe(util.format(lure, lure))",
  "util.promisify": "probe(util.promisify(lure)(lure)); util.promisify(lure)(lure).then(probe, probe)",
  "util.callbackify":
    "util.callbackify(function () { return lure; })(function () { spy.apply(this, arguments); }); util.callbackify(lure)(lure)",
  "util.inherits":
    "function Child() {} util.inherits(Child, lure); probe(new Child()); util.inherits(lure, lure)",
  "util.deprecate": "probe(util.deprecate(lure, 'x')(lure))",
  "util.types":
    "Object.keys(util.types).forEach(function (name) { try { probe(util.types[name](lure)); } catch (error) { probe(error); } })",
  "util.isDeepStrictEqual": "probe(util.isDeepStrictEqual(lure, lure))",
  "util.TextDecoder":
    "probe(new util.TextDecoder('utf-8', lure).decode(lure, lure)); probe(new util.TextEncoder().encodeInto(lure, lure))",
  "querystring.parse":
    "probe(querystring.parse('a=1&b=2', '&', '=', { decodeURIComponent: lure, maxKeys: lure })); probe(querystring.stringify(lure))",
  "url.parse": "probe(url.parse(lure)); probe(url.format(lure)); probe(url.resolve(lure, lure))",
  "url.URL": "probe(new url.URL(lure, lure)); probe(new url.URLSearchParams(lure))",
  "url.URLSearchParams":
    "var list = new url.URLSearchParams('a=1'); list.forEach(lure, lure); probe(list.entries()); probe(list[Symbol.iterator]())",
  "Buffer.from":
    "probe(Buffer.from(lure)); probe(Buffer.concat(lure)); probe(Buffer.alloc(4, lure)); probe(Buffer.from('abc').indexOf(lure))",
  "Buffer's methods on another value":
    "probe(Buffer.prototype.toString.call(lure)); probe(Buffer.prototype.slice.call(lure, 0))",
  string_decoder:
    "probe(new (require('string_decoder').StringDecoder)(lure)); probe(new (require('string_decoder').StringDecoder)('utf8').write(lure))",
  "path.join": "probe(require('path').join(lure, lure)); probe(require('path').format(lure))",
  assert:
    "var assert = require('assert'); [function () { assert(lure); }, function () { assert.throws(lure, lure); }, function () { assert.deepStrictEqual(lure, {}); }, function () { assert.rejects(lure).then(probe, probe); }, function () { throw new assert.AssertionError(lure); }].forEach(function (work) { try { work(); } catch (error) { probe(error); } })",
  "a result": "setImmediate(function () { callback(null, lure); })",
  "an error": "setImmediate(function () { throw lure; })",
  "a rejected promise": "Promise.reject(lure)",
  $: "probe($(lure)); $.ajax({ url: 'https://a.example/', success: lure, error: lure, beforeSend: lure, data: lure })",
  moment: "probe(moment(lure)); probe(moment.locale(lure)); probe(moment().format(lure))",
  "async.map": "async.map([lure], lure, lure); async.parallel([lure], lure)",
  DOMParser: "probe(new DOMParser(lure).parseFromString(lure, 'text/xml'))",
};

/** Each of the functions is given each of the values. */
export const lured: readonly Attempt[] = Object.entries(doors).flatMap(([door, code]) =>
  Object.entries(lures).map(([lure, value]) => ({
    name: `${door} is given ${lure}`,
    code: `var lure = ${value};\n${code};`,
  })),
);

/** Changes to built-in functions, which code of ours inside of the realm may use. */
const patches: { readonly [name: string]: string } = {
  "Object.assign": "Object.assign = function () { spy.apply(this, arguments); return arguments[0]; };",
  "Object.defineProperty":
    "Object.defineProperty = function () { spy.apply(this, arguments); return arguments[0]; };",
  "Object.create": "Object.create = function () { spy.apply(this, arguments); return {}; };",
  "Object.keys": "Object.keys = function () { spy.apply(this, arguments); return []; };",
  "Object.entries": "Object.entries = function () { spy.apply(this, arguments); return []; };",
  "Object.fromEntries": "Object.fromEntries = function () { spy.apply(this, arguments); return {}; };",
  "Object.setPrototypeOf":
    "Object.setPrototypeOf = function () { spy.apply(this, arguments); return arguments[0]; };",
  Uint8Array: "globalThis.Uint8Array = function () { spy.apply(this, arguments); };",
  "Uint8Array's setter":
    "Uint8Array.prototype.set = spy; Object.getPrototypeOf(Uint8Array.prototype).set = spy;",
  Error:
    "try { globalThis.Error = function () { spy.apply(this, arguments); }; } catch (error) { probe(error); }",
  TypeError: "globalThis.TypeError = function () { spy.apply(this, arguments); };",
  "Error.prepareStackTrace":
    "Error.prepareStackTrace = function (error, calls) { spy(error, calls); calls.forEach(function (call) { probe(call.getThis()); probe(call.getFunction()); }); return ''; };",
  "Error.captureStackTrace": "Error.captureStackTrace = spy; Error.stackTraceLimit = { valueOf: spy };",
  "Function.prototype.call and apply":
    "Function.prototype.call = spy; Function.prototype.apply = spy; Function.prototype.bind = spy;",
  "Function.prototype.toString": "Function.prototype.toString = spy;",
  "Reflect.apply": "Reflect.apply = spy; Reflect.construct = spy; Reflect.ownKeys = spy;",
  "arrays' methods":
    "['push', 'map', 'forEach', 'slice', 'concat', 'join', 'filter', 'shift'].forEach(function (name) { Array.prototype[name] = spy; });",
  "arrays' iterator":
    "Array.prototype[Symbol.iterator] = function () { spy.apply(this, arguments); return { next: function () { return { done: true }; } }; };",
  "arrays' elements":
    "Object.defineProperty(Array.prototype, '0', { set: function (value) { spy.call(this, value); }, get: function () { return spy; }, configurable: true });",
  "descriptors' properties":
    "['get', 'set', 'value', 'writable', 'enumerable'].forEach(function (name) { try { Object.defineProperty(Object.prototype, name, { get: function () { probe(this); return undefined; }, set: function (value) { probe(this); probe(value); }, configurable: true }); } catch (error) { probe(error); } });",
  "properties of records":
    "['kind', 'id', 'content', 'isThrown', 'value', 'standIn', 'self', 'json', 'bytes', 'message'].forEach(function (name) { try { Object.defineProperty(Object.prototype, name, { get: function () { probe(this); return undefined; }, set: function (value) { probe(this); probe(value); }, configurable: true }); } catch (error) { probe(error); } });",
  "WeakMap.prototype":
    "WeakMap.prototype.get = spy; WeakMap.prototype.set = spy; WeakMap.prototype.has = spy;",
  "Promise.prototype.then":
    "Promise.prototype.then = function () { spy.apply(this, arguments); return this; };",
  "Promise's constructor":
    "Promise.prototype.constructor = { [Symbol.species]: function (executor) { spy(executor); executor(spy, spy); } };",
  Promise: "globalThis.Promise = function () { spy.apply(this, arguments); };",
  JSON: "JSON.parse = function () { spy.apply(this, arguments); return {}; }; JSON.stringify = function () { spy.apply(this, arguments); return '1'; };",
  Symbol: "Symbol.for = spy; globalThis.Symbol = spy;",
  Proxy: "globalThis.Proxy = spy; globalThis.Reflect = spy;",
  Date: "globalThis.Date = spy; Date.prototype.getTime = spy; Date.now = spy;",
  "String.prototype":
    "['split', 'replace', 'slice', 'toLowerCase', 'trim', 'match'].forEach(function (name) { String.prototype[name] = spy; });",
};

const uses =
  "probe(z.request({ url: 'https://a.example/', encoding: null })); z.request({ url: 'https://a.example/' }, spy); probe(crypto.createHash('md5').update('x').digest()); crypto.randomBytes(4, spy); probe(require('url').parse('https://a.example/?b=1', true)); console.log({ a: 1 }, new Error('x')); setTimeout(spy, 0, {}); probe(require('util').promisify(crypto.randomBytes)(4)); try { crypto.createHash('none'); } catch (error) { probe(error); } try { z.request({}); } catch (error) { probe(error); }";

const patched = Object.entries(patches).map(([name, code]) => ({
  name: `${name} is changed`,
  code: `${code}\n${uses}`,
}));

/** Ways of their own. */
const others: { readonly [name: string]: string } = {
  "the constructor of a function's constructor":
    "probe(console.log.constructor.constructor); probe(setTimeout.constructor('return this')())",
  "the constructors of async functions and generators":
    "probe((async function () {}).constructor('return this')()); probe((function* () {}).constructor('return this')()); probe((async function* () {}).constructor('return this')())",
  "the caller of a function":
    "function f() { return [f.caller, f.arguments, arguments.callee.caller]; } probe(f()); setTimeout(function () { probe(f()); }, 0)",
  "the `this` of a function":
    "probe((function () { return this; })()); probe((0, eval)('this')); setTimeout(function () { probe(this); }, 0)",
  "a rejected import()": "import('fs').then(probe, probe)",
  "an import() of eval": "eval(\"import('fs')\").then(probe, probe)",
  "an import() of Function": "new Function(\"return import('fs')\")().then(probe, probe)",
  "an import() with attributes": "import('fs', { with: { type: 'json' } }).then(probe, probe)",
  "an import() of an object": "import({ toString: spy }).then(probe, probe)",
  "an import() from a library":
    "_.map(\"import('fs')\".split('|'), function (code) { return (0, eval)(code).then(probe, probe); }); _.each([\"import('fs').then(probe, probe)\"], eval)",
  "an import() from a timer":
    "globalThis.probe = probe; setTimeout(eval, 0, \"import('fs').then(probe, probe)\")",
  "import.meta": "try { probe(eval('import.meta')); } catch (error) { probe(error); }",
  "the getter of a lazy global":
    "var property = Object.getOwnPropertyDescriptor(globalThis, '$'); probe(property); probe(property.get)",
  "all properties of the global object":
    "Reflect.ownKeys(globalThis).forEach(function (name) { probe(Object.getOwnPropertyDescriptor(globalThis, name)); })",
  "an error of the global object's":
    "'use strict'; [function () { Object.defineProperty(globalThis, 'undefined', { value: 1 }); }, function () { Object.setPrototypeOf(globalThis, {}); }, function () { Object.freeze(globalThis); }, function () { Object.preventExtensions(globalThis); }, function () { globalThis.Error = 1; }, function () { delete globalThis.Error; }].forEach(function (work) { try { probe(work()); } catch (error) { probe(error); } })",
  "too deep a recursion":
    "function dive() { try { dive(); } catch (error) { probe(error); try { console.log({}); } catch (inner) { probe(inner); } } } dive()",
  "too deep a recursion in each function of ours":
    "[function () { setTimeout(spy, 0); }, function () { z.hash('md5', 'x'); }, function () { crypto.createHash('md5').update('x'); }, function () { console.log('x'); }, function () { require('util').inspect({}); }, function () { atob('x'); }, function () { z.request({ url: 'https://a.example/' }); }].forEach(function (work) { function dive() { try { dive(); } catch (error) { probe(error); } try { work(); } catch (error) { probe(error); } } var left = 300; function bounded() { left -= 1; if (left > 0) { try { work(); } catch (error) { probe(error); } bounded(); } } try { (function deep() { deep(); })(); } catch (error) { probe(error); } bounded(); })",
  "fetch with a likeness of its options":
    "if (typeof fetch === 'function') { [new Proxy({}, traps), { headers: new Proxy({}, traps), signal: new Proxy({}, traps), dispatcher: { dispatch: spy } }, { body: { get then() { probe(this); return spy; } } }].forEach(function (options) { try { fetch('https://a.example/', options).then(function (response) { probe(response); response.json().then(probe, probe); response.arrayBuffer().then(probe, probe); probe(response.body); }, probe); } catch (error) { probe(error); } }); fetch({ toString: spy }).then(probe, probe); fetch('https://fails.example/').then(probe, probe); }",
  "a listener of an AbortSignal":
    "if (typeof AbortController === 'function') { var controller = new AbortController(); controller.signal.onabort = spy; controller.signal.addEventListener('abort', { handleEvent: spy }); controller.signal.addEventListener('abort', new Proxy(function () {}, traps)); controller.abort(new Proxy({}, traps)); probe(controller.signal.reason); try { controller.signal.throwIfAborted(); } catch (error) { probe(error); } }",
  "addresses and clones of Proxies":
    "if (typeof URL === 'function') { [function () { new URL(new Proxy({}, traps)); }, function () { new URLSearchParams(new Proxy([['a', 'b']], traps)); }, function () { new URLSearchParams('a=1').forEach(new Proxy(function () {}, traps)); }, function () { probe(new URL('https://a.example').searchParams[Symbol.iterator]()); }, function () { probe(structuredClone({ a: new Proxy({}, traps), b: new Map([[{}, spy]]) })); }, function () { probe(new TextDecoder().decode(new Proxy(new Uint8Array(1), traps))); }, function () { probe(process.hrtime(new Proxy([1, 2], traps))); }, function () { process.nextTick(new Proxy(function () {}, traps), {}); }, function () { queueMicrotask(new Proxy(function () {}, traps)); }, function () { console.table(new Proxy([{ a: spy }], traps), traps); }, function () { require('request')({ url: 'https://a.example/' }, new Proxy(function () {}, traps)); }].forEach(function (work) { try { probe(work()); } catch (error) { probe(error); } }); }",
  "an error at the end of the stack":
    "function fill(work) { try { fill(work); } catch (error) { try { work(); } catch (inner) { probe(inner); } throw error; } } [function () { z.hash('md5', {}); }, function () { crypto.createHash('none'); }, function () { require('fs'); }, function () { setTimeout(1); }].forEach(function (work) { try { fill(work); } catch (error) { probe(error); } })",
  FinalizationRegistry:
    "var registry = new FinalizationRegistry(new Proxy(function () {}, traps)); (function () { registry.register({}, 1); })(); var filled = []; for (var i = 0; i < 100000; i += 1) { filled.push({}); }",
  "a Proxy as a promise's reaction":
    "Promise.resolve(1).then(new Proxy(function () {}, traps)); Promise.reject(1).catch(new Proxy(function () {}, traps))",
  "WebAssembly with a Proxy as its import":
    "var bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 7, 1, 1, 97, 1, 98, 0, 0, 8, 1, 0]); try { probe(new WebAssembly.Instance(new WebAssembly.Module(bytes), { a: { b: new Proxy(function () {}, traps) } })); } catch (error) { probe(error); } WebAssembly.compile(bytes).then(probe, probe); WebAssembly.instantiate(bytes, { a: { b: spy } }).then(probe, probe); probe(WebAssembly.compileStreaming)",
  "Atomics.waitAsync":
    "if (Atomics.waitAsync) { var wait = Atomics.waitAsync(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1); probe(wait); wait.value.then(probe, probe); }",
  "Array.fromAsync": "if (Array.fromAsync) { Array.fromAsync(new Proxy([], traps)).then(probe, probe); }",
  "an async iterator of a stream":
    "var gzip = require('zlib').createGzip(); try { probe(gzip[Symbol.asyncIterator]()); } catch (error) { probe(error); } probe(gzip._readableState); probe(gzip._handle); probe(gzip._events)",
  "the internals of a hash":
    "var hash = crypto.createHash('md5'); Object.getOwnPropertySymbols(hash).forEach(function (symbol) { probe(hash[symbol]); }); for (var key in hash) { try { probe(hash[key]); } catch (error) { probe(error); } }",
  "a hash's stream methods on another value":
    "Object.keys(Object.getPrototypeOf(crypto.createHash('md5'))).forEach(function (name) { try { probe(crypto.createHash('md5')[name].call({ _events: {}, emit: spy })); } catch (error) { probe(error); } })",
  "an event's listener":
    "var hash = crypto.createHash('md5'); hash.on('readable', function () { probe(this); probe(arguments); }); hash.on('newListener', function () { probe(arguments); }); hash.once('x', spy); probe(hash.rawListeners('x')); probe(hash.listeners('x')); hash.emit('x', {}); hash.end('x')",
  "a removed listener":
    "var hash = crypto.createHash('md5'); hash.on('x', spy); hash.removeListener('x', spy); hash.emit('x'); probe(hash.listeners('x'))",
  "crypto.setEngine": "probe(crypto.setEngine('/tmp/engine.so'))",
  "crypto.setFips and crypto.fips": "crypto.fips = 1; probe(crypto.fips); probe(crypto.setFips(1))",
  "crypto.secureHeapUsed": "probe(crypto.secureHeapUsed())",
  "the internals of a key":
    "var key = crypto.createSecretKey(Buffer.from('x')); Object.getOwnPropertySymbols(key).forEach(function (symbol) { probe(key[symbol]); }); probe(key.constructor.from)",
  "a class that extends one of Node.js":
    "class Mine extends crypto.Hash { constructor() { super('md5'); probe(this); } } probe(new Mine()); class Url extends require('url').URL { get href() { probe(super.href); return super.href; } } probe(new Url('https://a.example'))",
  "Reflect.construct with another target":
    "probe(Reflect.construct(crypto.Hash, ['md5'], Object)); probe(Reflect.construct(require('url').URL, ['https://a.example'], spy))",
  "util.inspect.custom of a library's object":
    "moment.prototype[Symbol.for('nodejs.util.inspect.custom')] = spy; console.log(moment()); probe(require('util').inspect(moment()))",
  "util.inspect's own options":
    "var inspect = require('util').inspect; inspect.defaultOptions = { customInspect: true, get depth() { probe(this); return 2; } }; inspect({ a: {} }); probe(inspect.styles); probe(inspect.colors)",
  "util.getCallSites":
    "probe(require('util').getCallSites && require('util').getCallSites()); probe(require('util').getCallSite && require('util').getCallSite())",
  "util.debuglog": "probe(require('util').debuglog('x')); require('util').debuglog('x', spy)",
  "util.aborted":
    "var util = require('util'); if (util.aborted) { try { util.aborted({}, {}).then(probe, probe); } catch (error) { probe(error); } } if (util.transferableAbortController) { probe(util.transferableAbortController()); }",
  "util.parseArgs": "probe(require('util').parseArgs({ strict: false, tokens: true }))",
  "util.MIMEType":
    "var MIMEType = require('util').MIMEType; if (MIMEType) { probe(new MIMEType('text/plain')); probe(new MIMEType('text/plain').params); }",
  "an assertion that reads its source":
    "try { require('assert')(false); } catch (error) { probe(error); } try { require('assert').ok(0 == 1); } catch (error) { probe(error); }",
  "assert's call tracker":
    "var assert = require('assert'); if (assert.CallTracker) { var tracker = new assert.CallTracker(); probe(tracker); probe(tracker.calls(spy)); probe(tracker.report()); }",
  "the exceptions' classes":
    "[ErrorException, HaltedException, StopRequestException, ExpiredAuthException, RefreshTokenException, InvalidSessionException].forEach(function (Exception) { probe(Exception); probe(new Exception('x')); probe(Exception.constructor); })",
  "a module by another name":
    "['node:fs', 'fs/promises', './worker.cjs', '../worker.cjs', '/etc/passwd', 'module', 'process', 'vm', 'worker_threads', 'child_process', 'inspector', '__proto__', 'constructor', 'toString'].forEach(function (name) { try { probe(require(name)); } catch (error) { probe(error); } })",
  "the properties of require":
    "Reflect.ownKeys(require).forEach(function (name) { try { probe(require[name]); } catch (error) { probe(error); } }); probe(require.main); probe(require.cache)",
  "a language of moment by a path":
    "['../../../package', '../../request', './fr', '/etc/passwd', '__proto__', 'constructor'].forEach(function (name) { try { probe((moment.lang || moment.locale)(name)); } catch (error) { probe(error); } })",
  "a page's scripts":
    "var window = $('<p>')[0].ownerDocument.defaultView; probe(window); probe(window.Function); try { $('body').append('<script>probe(this)<' + '/script>'); window.eval('1'); } catch (error) { probe(error); } try { window.setTimeout(spy, 0); window.open('https://a.example'); probe(window.navigator); probe(window.location); } catch (error) { probe(error); }",
  "jQuery's transports":
    "$.ajaxTransport('+*', function () { spy.apply(this, arguments); return { send: spy, abort: spy }; }); $.ajax({ url: 'https://a.example/' }); $.ajaxSetup({ xhr: spy, converters: { 'text json': spy } }); $.ajaxPrefilter(spy); $.get('https://a.example/')",
  "a template of Underscore":
    "probe(_.template('{{ (function () { return this; })() }}')()); _.templateSettings = new Proxy({}, traps); probe(_.template('x')({}))",
  "a bundle with another prototype":
    "probe(bundle); probe(Object.getPrototypeOf(bundle)); probe(bundle.request); bundle.constructor.constructor === makeFunction || probe(bundle.constructor)",
  "the headers of an answer":
    "var response = z.request({ url: 'https://a.example/' }); probe(response); probe(response.headers); probe(response.headers.constructor)",
  "values of the callback":
    "probe(callback); probe(callback.constructor); probe(Object.getPrototypeOf(callback))",
  "a result with toJSON":
    "setImmediate(function () { callback(null, [{ toJSON: new Proxy(function () {}, traps) }]); })",
  "a result as a Proxy": "setImmediate(function () { callback(null, new Proxy([], traps)); })",
  "a promise that another realm would await":
    "var promise = Promise.resolve([]); promise.then = function () { spy.apply(this, arguments); }; promise.constructor = { [Symbol.species]: spy }; setImmediate(function () { callback(null, promise); })",
  "an error with a Proxy as its prototype":
    "var error = new Error('x'); Object.setPrototypeOf(error, new Proxy(Error.prototype, traps)); setImmediate(function () { throw error; })",
  "the stack of an error with a Proxy as its prototype":
    "var error = new Error('x'); Object.setPrototypeOf(error, new Proxy(Error.prototype, traps)); probe(error.stack); var other = new TypeError('x'); other.name = new Proxy(function () {}, traps); probe(other.stack)",
  "the function that writes stacks":
    "probe(Error.prepareStackTrace); probe(Error.prepareStackTrace(new Error('x'), [new Proxy({}, traps)])); probe(Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace'))",
  "a stack that is read later":
    "var error = new Error('x'); Object.defineProperty(error, 'name', { get: function () { probe(this); probe(arguments); return spy; } }); setImmediate(function () { throw error; })",
  "a name with a trap":
    "function Odd() {} Odd.prototype = Object.create(Error.prototype, { name: { get: new Proxy(function () {}, traps) } }); throw new Odd()",
  "the memory of bytes":
    "var bytes = Buffer.from('abcdef'); probe(bytes.buffer); probe(bytes.buffer.constructor); bytes.buffer.constructor = { [Symbol.species]: new Proxy(function () {}, traps) }; probe(bytes.buffer.slice(0)); probe(crypto.createHash('md5').update(bytes).digest()); probe(require('zlib').gzipSync(bytes))",
  "detached bytes":
    "var bytes = new Uint8Array(8); if (bytes.buffer.transfer) { bytes.buffer.transfer(); } try { probe(crypto.createHash('md5').update(bytes).digest()); probe(crypto.randomFillSync(bytes)); } catch (error) { probe(error); }",
  "bytes of shared memory":
    "var shared = new Uint8Array(new SharedArrayBuffer(8)); probe(crypto.randomFillSync(shared)); probe(crypto.createHash('md5').update(shared).digest())",
  "bytes that are another's":
    "var odd = Object.create(Uint8Array.prototype); probe(crypto.createHash('md5').update(odd))",
  "a decoder's state":
    "var decoder = new (require('string_decoder').StringDecoder)('utf8'); for (var key in decoder) { try { probe(decoder[key]); } catch (error) { probe(error); } } probe(decoder.lastChar)",
  "the prototype of a URL's search":
    "var search = new (require('url').URL)('https://a.example/?b=1').searchParams; probe(search); probe(search.keys()); probe(Object.getPrototypeOf(search.keys())); probe([].concat(Array.from(search)))",
  "an object URL":
    "var url = require('url').URL; if (url.createObjectURL) { try { probe(url.createObjectURL({})); } catch (error) { probe(error); } }",
  "shared symbols":
    "[Symbol.for('nodejs.util.inspect.custom'), Symbol.for('nodejs.rejection'), Symbol.for('undici.globalDispatcher.1'), Symbol.for('nodejs.stream.readable')].forEach(function (symbol) { probe(globalThis[symbol]); Object.prototype[symbol] = spy; }); console.log({}); crypto.createHash('md5').end('x')",
  "Object.prototype's then":
    "Object.prototype.then = function () { spy.apply(this, arguments); }; require('util').promisify(crypto.randomBytes)(4).catch(probe); z.request({ url: 'https://a.example/' }, spy)",
  "options on Object.prototype":
    "['transform', 'objectMode', 'env', 'execArgv', 'signal', 'encoding', 'agent', 'proxy', 'lookup', 'createConnection'].forEach(function (name) { Object.prototype[name] = spy; }); probe(crypto.createHash('md5').update('x').digest()); probe(require('zlib').gzipSync('x')); z.request({ url: 'https://a.example/' }, spy)",
  "names that objects inherit":
    "['__proto__', 'constructor', 'prototype', '__defineGetter__', '__lookupGetter__'].forEach(function (name) { probe(crypto[name]); probe(z[name]); probe(console[name]); probe(require[name]); probe(setTimeout(spy, 0)[name]); })",
  "setters by way of an old name":
    "try { crypto.__defineGetter__('x', spy); probe(crypto.x); z.__proto__.__proto__ = new Proxy({}, traps); } catch (error) { probe(error); }",
  "a timer's object":
    "var timer = setTimeout(spy, 5); probe(timer); probe(timer.ref()); probe(timer[Symbol.toPrimitive]); clearTimeout(timer); probe(setImmediate(spy))",
  "a console's function as a constructor":
    "probe(new console.log('x')); probe(Reflect.construct(console.log, [], spy))",
  "a function that is bound":
    "probe(console.log.bind(null, {})()); probe(setTimeout.call({ a: 1 }, spy, 0)); probe(crypto.createHash.apply({}, ['md5']))",
  "V8's own console":
    "var own = globalThis.console; probe(own); if (own) { own.log(new Proxy({}, traps)); probe(own.context && own.context('x')); }",
  Intl: "probe(new Intl.DateTimeFormat()); probe(Intl.DateTimeFormat.prototype.formatToParts.call(new Intl.DateTimeFormat(), new Date())); probe(new Intl.NumberFormat().format(new Proxy({}, traps)))",
  "a regular expression's hooks":
    "var pattern = /a/g; pattern.exec = spy; 'a'.replace(pattern, spy); RegExp.prototype[Symbol.replace] = spy; z.snipify('a'); require('url').parse('https://a.example')",
  "a label of with":
    "new Function('probe', 'with (console) { probe(log); probe(constructor); } with (crypto) { probe(createHash); }')(probe)",
  "a debugger statement": "debugger; probe(1)",
  "a function made of text": "probe(setTimeout('probe(this)', 0))",
};

/** Ways that are each another one. */
export const ownWays: readonly Attempt[] = [
  ...patched,
  ...Object.entries(others).map(([name, code]) => ({ name, code })),
];
