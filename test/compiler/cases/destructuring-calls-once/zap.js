// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 635498dffe912c90, file dde6d27a52f5c5fc.
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
    var result = call("source", { a: 5 }),
        a = result.a === undefined ? call("a", 1) : result.a,
        b = result.b === undefined ? call("b", 2) : result.b;
    var given = call("list", [undefined, 4]),
        first = given[0] === undefined ? call("first", 3) : given[0],
        second = given[1];
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
