/** The methods of hostile scripts. */
export const hostileScripts: { readonly [name: string]: string } = {
  "a loop": "thing_poll: function () { for (;;) {} }",
  "a loop of promises":
    "thing_poll: function () { return (function next() { return Promise.resolve().then(next); })(); }",
  "a loop of timers":
    "thing_poll: function (bundle, callback) { (function next() { setTimeout(next, 0); })(); }",
  "a loop of immediates":
    "thing_poll: function (bundle, callback) { (function next() { setImmediate(next); })(); }",
  "a loop of requests": "thing_poll: function (bundle) { for (;;) { z.request(bundle.request); } }",
  "a loop of requests that it does not wait for":
    "thing_poll: function (bundle, callback) { for (;;) { z.request({ url: 'https://a.example/' }, function () {}); } }",
  "a loop of requests, each of which makes two":
    "thing_poll: function (bundle, callback) { (function ask() { z.request({ url: 'https://a.example/' }, function () { ask(); ask(); }); })(); }",
  "a loop that logs": "thing_poll: function () { for (;;) { console.log('x'); } }",
  "a loop that logs much": "thing_poll: function () { for (;;) { console.log(new Array(1e5).join('x')); } }",
  "a loop that reads the clock": "thing_poll: function () { for (;;) { new Date(); } }",
  "a loop that throws":
    "thing_poll: function () { for (;;) { try { throw new Error(); } catch (error) {} } }",
  "a loop in a getter of its result": "thing_poll: function () { return [{ get id() { for (;;) {} } }]; }",
  "a loop in toJSON": "thing_poll: function () { return [{ toJSON: function () { for (;;) {} } }]; }",
  "a loop in the message of its error":
    "thing_poll: function () { throw { get message() { for (;;) {} } }; }",
  "a loop in the trap of its result":
    "thing_poll: function () { return new Proxy([], { get: function () { for (;;) {} } }); }",
  "a recursion that catches":
    "thing_poll: function () { return (function f() { try { return f(); } catch (error) { return f(); } })(); }",
  "a callback that is never called": "thing_poll: function (bundle, callback) {}",
  "a promise that never settles": "thing_poll: function () { return new Promise(function () {}); }",
  "a thenable that never settles": "thing_poll: function () { return { then: function () {} }; }",
  "a thenable that settles a thousand times":
    "thing_poll: function () { return { then: function (resolve) { for (var i = 0; i < 1000; i += 1) { resolve([]); } } }; }",
  "a callback that is called a million times":
    "thing_poll: function (bundle, callback) { for (var i = 0; i < 1e6; i += 1) { callback(null, [{ id: i }]); } }",
  "a regular expression": "thing_poll: function () { /^(a+)+$/.test(new Array(50).join('a') + 'b'); }",
  "a derived key": "thing_poll: function () { crypto.pbkdf2Sync('a', 'b', 2e9, 64, 'sha512'); }",
  "a thousand derived keys":
    "thing_poll: function (bundle, callback) { for (var i = 0; i < 1000; i += 1) { crypto.pbkdf2('a', 'b', 2e9, 64, 'sha512', function () {}); } }",
  "a thousand derived keys that it leaves":
    "thing_poll: function () { for (var i = 0; i < 1000; i += 1) { crypto.pbkdf2('a', 'b', 2e9, 64, 'sha512', function () {}); } return []; }",
  "a large prime": "thing_poll: function () { crypto.generatePrimeSync(16384); }",
  "large keys": "thing_poll: function () { crypto.generateKeyPairSync('rsa', { modulusLength: 16384 }); }",
  "a costly scrypt":
    "thing_poll: function () { crypto.scryptSync('a', 'b', 64, { N: 1048576, r: 8, p: 8, maxmem: 4e9 }); }",
  "Atomics.wait": "thing_poll: function () { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); }",
  "a loop of WebAssembly":
    "thing_poll: function () { var bytes = new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,97,0,0,10,9,1,7,0,3,64,12,0,11,11]); new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports.a(); }",
  "memory of WebAssembly":
    "thing_poll: function () { var kept = []; for (;;) { kept.push(new Uint8Array(new WebAssembly.Memory({ initial: 1000 }).buffer).fill(1)); } }",
  "memory of objects": "thing_poll: function () { var kept = []; for (;;) { kept.push({ a: [] }); } }",
  "memory of bytes":
    "thing_poll: function () { var kept = []; for (;;) { kept.push(new Uint8Array(1e7).fill(1)); } }",
  "memory of one array of bytes": "thing_poll: function () { return [new Uint8Array(8e9).fill(1).length]; }",
  "memory of shared bytes":
    "thing_poll: function () { var kept = []; for (;;) { kept.push(new Uint8Array(new SharedArrayBuffer(1e7)).fill(1)); } }",
  "memory of texts":
    "thing_poll: function () { var kept = [], i = 0; for (;;) { kept.push((i += 1) + new Array(1e6).join('x') + i); kept[i - 1].charCodeAt(5); } }",
  "memory of one text": "thing_poll: function () { var text = 'x'; for (;;) { text += text; } }",
  "memory of a map":
    "thing_poll: function () { var map = new Map(), i = 0; for (;;) { map.set(i += 1, {}); } }",
  "memory of functions":
    "thing_poll: function () { var kept = []; for (;;) { kept.push(new Function('return ' + kept.length)); } }",
  "memory of regular expressions":
    "thing_poll: function () { var kept = []; for (;;) { kept.push(new RegExp('a{' + (kept.length % 1000) + '}b' + kept.length)); kept[kept.length - 1].test('a'); } }",
  "memory of gzip":
    "thing_poll: function () { var zlib = require('zlib'), bomb = zlib.gzipSync(new Uint8Array(3e8)); var kept = []; for (;;) { kept.push(zlib.gunzipSync(bomb)); } }",
  "memory of Buffers":
    "thing_poll: function () { var Buffer = require('buffer').Buffer, kept = []; for (;;) { kept.push(Buffer.alloc(1e7, 1)); } }",
  "memory of hashes":
    "thing_poll: function () { var kept = []; for (;;) { kept.push(crypto.createHash('md5')); } }",
  "memory of timers": "thing_poll: function () { for (;;) { setTimeout(function () {}, 1e6); } }",
  "memory of promises": "thing_poll: function () { for (;;) { Promise.resolve().then(function () {}); } }",
  "an array with a length of 4 billion": "thing_poll: function () { return new Array(4294967295); }",
  "an array of holes": "thing_poll: function () { var list = []; list[4294967294] = 1; return list; }",
  "a result of 100 MB": "thing_poll: function () { return [{ id: new Array(1e8).join('x') }]; }",
  "a result of 7 MB": "thing_poll: function () { return [{ id: new Array(7e6).join('x') }]; }",
  "a result of a million items":
    "thing_poll: function () { var items = []; for (var i = 0; i < 1e6; i += 1) { items.push({ id: i }); } return items; }",
  "a result of 2 million empty objects":
    "thing_poll: function () { var items = []; for (var i = 0; i < 1990000; i += 1) { items.push({}); } return items; }",
  "a result of 400,000 keys":
    "thing_poll: function () { var item = {}; for (var i = 0; i < 4e5; i += 1) { item['k' + i] = 1; } return [item]; }",
  "a result of 2,000 levels":
    "thing_poll: function () { var item = {}; for (var i = 0; i < 2000; i += 1) { item = { a: item }; } return [item]; }",
  "a result of 100,000 levels":
    "thing_poll: function () { var item = {}; for (var i = 0; i < 1e5; i += 1) { item = { a: item }; } return [item]; }",
  "a result that is cyclic": "thing_poll: function () { var item = {}; item.item = item; return [item]; }",
  "a result that refers to itself many times":
    "thing_poll: function () { var item = { a: 1 }; for (var i = 0; i < 40; i += 1) { item = { a: item, b: item }; } return [item]; }",
  "a result with names that objects inherit":
    'thing_poll: function () { return z.JSON.parse(\'[{"__proto__":{"polluted":1},"constructor":1,"id":1}]\'); }',
  "a result that is a function": "thing_poll: function () { return function () {}; }",
  "a result that is a symbol": "thing_poll: function () { return Symbol('x'); }",
  "a result that is a BigInt": "thing_poll: function () { return [1n]; }",
  "a result that is a revoked Proxy":
    "thing_poll: function () { var pair = Proxy.revocable([], {}); pair.revoke(); return pair.proxy; }",
  "an error of 100 MB": "thing_poll: function () { throw new Error(new Array(1e8).join('x')); }",
  "an error that is a revoked Proxy":
    "thing_poll: function () { var pair = Proxy.revocable({}, {}); pair.revoke(); throw pair.proxy; }",
  "an error that is undefined": "thing_poll: function () { throw undefined; }",
  "an error in a timer":
    "thing_poll: function (bundle, callback) { setTimeout(function () { throw new Error('x'); }, 0); }",
  "an error that nobody handles":
    "thing_poll: function (bundle, callback) { Promise.reject(new Error('x')); }",
  "a request of 100 MB":
    "thing_poll: function () { z.request({ url: 'https://a.example/', method: 'POST', body: new Array(1e8).join('x') }); }",
  "an address of 100 MB":
    "thing_poll: function () { z.request({ url: 'https://a.example/?' + new Array(1e8).join('x') }); }",
  "a header of 100 MB":
    "thing_poll: function () { z.request({ url: 'https://a.example/', headers: { a: new Array(1e8).join('x') } }); }",
  "100,000 headers":
    "thing_poll: function () { var headers = {}; for (var i = 0; i < 1e5; i += 1) { headers['x' + i] = 'y'; } z.request({ url: 'https://a.example/', headers: headers }); }",
  "a request with a loop in an option":
    "thing_poll: function () { z.request({ get url() { for (;;) {} } }); }",
  "a request to no address": "thing_poll: function () { z.request({ url: 'http://[' }); }",
  "a request to a file": "thing_poll: function () { z.request({ url: 'file:///etc/passwd' }); }",
  "a request with a method that is none":
    "thing_poll: function () { z.request({ url: 'https://a.example/', method: 'A B\\r\\nX: y' }); }",
  "a request that is cyclic":
    "thing_poll: function () { var options = { url: 'https://a.example/' }; options.json = options; z.request(options); }",
  "a form of 100,000 fields":
    "thing_poll: function () { var form = {}; for (var i = 0; i < 1e5; i += 1) { form['x' + i] = 'y'; } z.request({ url: 'https://a.example/', method: 'POST', form: form }); }",
  "a line of 100 MB on the console":
    "thing_poll: function () { console.log(new Array(1e8).join('x')); return []; }",
  "a line of control characters on the console":
    "thing_poll: function () { console.log(new Array(4e6).join('\\0')); return []; }",
  "a huge object on the console":
    "thing_poll: function () { var list = []; for (var i = 0; i < 1e6; i += 1) { list.push({ i: i }); } console.log(list); return []; }",
  "an object of many levels on the console":
    "thing_poll: function () { var item = {}; for (var i = 0; i < 1e5; i += 1) { item = { a: item }; } console.log('%j', item); return []; }",
  "a loop in an inspection":
    "thing_poll: function () { var item = {}; item[Symbol.for('nodejs.util.inspect.custom')] = function () { for (;;) {} }; console.log(item); }",
  "a template of 2 MB":
    "thing_pre_poll: function (bundle) { return { url: 'https://a.example/?' + new Array(1e6).join('{{') }; }",
  "a template of nested braces":
    "thing_pre_poll: function (bundle) { return { url: 'https://a.example/?a=' + new Array(1e5).join('{{') + new Array(1e5).join('}}') }; }",
  "a template of 300,000 variables":
    "thing_pre_poll: function (bundle) { return { url: 'https://a.example/?a=' + new Array(3e5).join('{{x}}') }; }",
  "an address that is none": "thing_pre_poll: function (bundle) { return { url: 'http://[' }; }",
  "params of many levels":
    "thing_pre_poll: function (bundle) { var item = {}; for (var i = 0; i < 5000; i += 1) { item = { a: item }; } return { params: item }; }",
  "50,000 params":
    "thing_pre_poll: function (bundle) { var params = {}; for (var i = 0; i < 5e4; i += 1) { params['x' + i] = i; } return { params: params }; }",
  "data of many levels":
    "thing_pre_poll: function (bundle) { var item = {}; for (var i = 0; i < 5000; i += 1) { item = { a: item }; } return { method: 'POST', data: item }; }",
  "data of 5 MB":
    "thing_pre_poll: function (bundle) { return { method: 'POST', data: { a: new Array(5e6).join('%') } }; }",
  "headers that are none":
    "thing_pre_poll: function (bundle) { return { headers: { 'a b': 'c', d: 'e\\r\\nf: g', '': 1, é: 'ü', x: {} } }; }",
  "headers of 4 MB":
    "thing_pre_poll: function (bundle) { return { headers: { a: new Array(4e6).join('x') } }; }",
  "a method that is none": "thing_pre_poll: function (bundle) { return { method: 'A B' }; }",
  "files without an end":
    "thing_pre_poll: function (bundle) { return { method: 'POST', headers: {}, files: { a: ['a', 'https://endless.example/', 'x'] } }; }",
  "a post_ method that loops": "thing_post_poll: function () { for (;;) {} }",
  "a post_ method with a result of 100 MB":
    "thing_post_poll: function () { return [{ id: new Array(1e8).join('x') }]; }",
  exit: "thing_poll: function () { try { process.exit(); } catch (error) {} try { (function () { return this; })().process.exit(); } catch (error) {} for (;;) {} }",
  "jQuery's page filled":
    "thing_poll: function () { for (;;) { $('<div><p>' + Math.random() + '</p></div>').appendTo('body'); } }",
  "XML of 1,000 levels, again and again":
    "thing_poll: function () { for (;;) { new DOMParser().parseFromString(new Array(1000).join('<a>') + new Array(1000).join('</a>'), 'text/xml'); } }",
  "a date of odd numbers": "thing_poll: function () { for (;;) { moment(new Array(1e5).join('1')); } }",
  "an async queue without an end":
    "thing_poll: function (bundle, callback) { async.forever(function (next) { setImmediate(next); }, callback); }",
  "prototypes that are changed":
    "thing_poll: function () { Object.prototype.toJSON = function () { for (;;) {} }; return [{}]; }",
  "a source that is generated":
    "thing_poll: function () { var source = 'return 0'; for (;;) { source += '+ (function () { return 1; })()'; new Function(source)(); } }",
  "a sort that never ends":
    "thing_poll: function () { var list = []; for (var i = 0; i < 1e6; i += 1) { list.push(i); } for (;;) { list.sort(function () { return Math.random() - 0.5; }); } }",
  "a spread of a generator without an end":
    "thing_poll: function () { return Array.from((function* () { for (;;) { yield 1; } })()); }",
  "a finalizer":
    "thing_poll: function () { var registry = new FinalizationRegistry(function () { for (;;) {} }); for (;;) { registry.register({}, 1); } }",
};

/** Scripts that mean no good before any method is called. */
export const hostileLoads: { readonly [name: string]: string } = {
  "a loop": "for (;;) {}",
  "a loop of promises": "(function next() { Promise.resolve().then(next); })();",
  "a loop that logs": "for (;;) { console.log('x'); }",
  "a loop of requests": "for (;;) { z.request({ url: 'https://a.example/' }); }",
  "a loop that catches requests":
    "for (;;) { try { z.request({ url: 'https://a.example/' }); } catch (error) {} }",
  "a loop of requires": "for (;;) { try { require('none'); } catch (error) {} }",
  "a recursion that catches": "(function f() { try { return f(); } catch (error) { return f(); } })();",
  "a recursion": "(function f() { f(); })();",
  "a regular expression": "/^(a+)+$/.test(new Array(50).join('a') + 'b');",
  "a derived key": "crypto.pbkdf2Sync('a', 'b', 2e9, 64, 'sha512');",
  "a thousand derived keys and a loop":
    "for (var i = 0; i < 1000; i += 1) { crypto.pbkdf2('a', 'b', 2e9, 64, 'sha512', function () {}); } for (;;) {}",
  "a large prime": "crypto.generatePrimeSync(16384);",
  "memory of objects": "var kept = []; for (;;) { kept.push({ a: [] }); }",
  "memory of bytes": "var kept = []; for (;;) { kept.push(new Uint8Array(1e7).fill(1)); }",
  "memory of texts": "var text = 'x'; for (;;) { text += text + Math.random(); }",
  "jQuery's page filled": "for (;;) { $('<p>' + Math.random() + '</p>').appendTo('body'); }",
  "a method whose getter loops": "Zap = { get thing_poll() { for (;;) {} } };",
  "a Proxy as Zap that loops": "Zap = new Proxy({}, { ownKeys: function () { for (;;) {} } });",
  "a prototype of Zap without an end":
    "Zap = new Proxy({}, { getPrototypeOf: function (target) { return new Proxy(target, this); } });",
  "an error that is a revoked Proxy": "var pair = Proxy.revocable({}, {}); pair.revoke(); throw pair.proxy;",
  "an error of 100 MB": "throw new Error(new Array(1e8).join('x'));",
  "an error whose message loops": "throw { get message() { for (;;) {} } };",
  exit: "process.exit(); for (;;) {}",
};
