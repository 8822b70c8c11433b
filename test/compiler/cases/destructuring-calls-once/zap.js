// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 635498dffe912c90, file f6826477fd427855.
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
    var _a = call("source", { a: 5 }), _b = _a.a, a = _b === undefined ? call("a", 1) : _b, _c = _a.b, b = _c === undefined ? call("b", 2) : _c;
    var _d = call("list", [undefined, 4]), _e = _d[0], first = _e === undefined ? call("first", 3) : _e, second = _d[1];
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
