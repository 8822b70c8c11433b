// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources c1f0ea9fe39d6a18, file b58d4051fa17f8c1.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // What lowered syntax calls, by the names that TypeScript gives it. Only what is called comes into zap.js.

  /** var { a, ...rest } = object */
  function __rest(object, names) {
    var rest = {};
    for (var key in object) {
      if (names.indexOf(key) === -1) {
        copyProperty(rest, object, key);
      }
    }
    return rest;
  }

  /** Unlike an assignment, it runs no setter: not that of `__proto__` either. */
  function copyProperty(to, from, key) {
    if (Object.prototype.hasOwnProperty.call(from, key)) {
      Object.defineProperty(to, key, {
        value: from[key],
        writable: true,
        enumerable: true,
        configurable: true
      });
    }
  }

  // feature.ts
  function feature() {
    function f(options, _g) {
      var given = options === undefined ? {} : options,
          a = given.a === undefined ? 1 : given.a,
          _e = given.b === undefined ? {} : given.b,
          c = _e.c === undefined ? [2] : _e.c,
          rest = __rest(given, ["a", "b"]);
      var values = _g === undefined ? [0, 0] : _g, x = values[0], y = values[2] === undefined ? 3 : values[2];
      return [a, c, rest, x, y];
    }
    return [f(), f({ a: 5, b: { c: [6] }, d: 7 }, [8, 9, 10])];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
