// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources d93ce3daef5c6476, file 5c9421f9972335f5.
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
    var values, given;
    var _a = [1, 2], i = _a[0], j = _a[1];
    values = [j, i];
    i = values[0];
    j = values[1];
    var a;
    var rest;
    given = { a: 3, b: 4 };
    a = given.a;
    rest = __rest(given, ["a"]);
    return [i, j, a, rest];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
