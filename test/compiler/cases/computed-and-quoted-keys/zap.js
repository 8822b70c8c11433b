// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources de4a379bea8918e7, file f5375079030a32d8.
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
    var given, _b;
    var key = "k1";
    var _c = (given = {}, given[key] = 5, given["quoted-name"] = 6, given.comp2 = 7, given),
        _d = key,
        taken = _c[_d] === undefined ? "none" : _c[_d],
        quoted = _c["quoted-name"],
        others = __rest(_c, [_d + "", "quoted-name"]);
    return [taken, quoted, others, (_b = {}, _b[key] = 1, _b.key = key, _b.x = 2, _b)];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
