// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources c1f0ea9fe39d6a18, file 2886299743289bde.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // What TypeScript's lowered syntax calls; TypeScript gives the names. Only what is called comes into zap.js.

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
    function f(options, _b) {
      if (options === undefined) {
        options = {};
      }
      var a = options.a === undefined ? 1 : options.a,
          given = options.b === undefined ? {} : options.b,
          c = given.c === undefined ? [2] : given.c,
          rest = __rest(options, ["a", "b"]);
      var values = _b === undefined ? [0, 0] : _b, x = values[0], y = values[2] === undefined ? 3 : values[2];
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
