// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 635498dffe912c90, file 6abb920001ab61c2.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var calls = [];
    var call = function(name, value) {
      calls.push(name);
      return value;
    };
    var _a = call("source", { a: 5 }), a = _a.a === undefined ? call("a", 1) : _a.a, b = _a.b === undefined ? call("b", 2) : _a.b;
    var _d = call("list", [undefined, 4]), first = _d[0] === undefined ? call("first", 3) : _d[0], second = _d[1];
    var _f = { x: 6 }, _g = call("key", "x"), x = _f[_g];
    return [a, b, first, second, x, calls];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
