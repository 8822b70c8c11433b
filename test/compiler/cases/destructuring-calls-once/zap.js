// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var calls = [];
    var call = function(name, value) {
      calls.push(name);
      return value;
    };
    var _value = call("source", { a: 5 }),
        a = _value.a === undefined ? call("a", 1) : _value.a,
        b = _value.b === undefined ? call("b", 2) : _value.b;
    var _value_1 = call("list", [undefined, 4]),
        first = _value_1[0] === undefined ? call("first", 3) : _value_1[0],
        second = _value_1[1];
    var _object = { x: 6 }, x = _object[call("key", "x")];
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
