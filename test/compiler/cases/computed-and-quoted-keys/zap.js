// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources de4a379bea8918e7, file 4aa614e743b116d1.
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
    var given, _e;
    var key = "k1";
    var _b = (given = {}, given[key] = 5, given["quoted-name"] = 6, given.comp2 = 7, given),
        _c = key,
        taken = _b[_c] === undefined ? "none" : _b[_c],
        quoted = _b["quoted-name"],
        others = __rest(_b, [_c + "", "quoted-name"]);
    return [taken, quoted, others, (_e = {}, _e[key] = 1, _e.key = key, _e.x = 2, _e)];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
