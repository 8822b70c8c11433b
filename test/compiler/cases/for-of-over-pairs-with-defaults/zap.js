// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources f47d7b10be83e4c3, file 07cff6fe97c6ed37.
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
    var seen = [];
    for (var _i = 0, _a = [["a", 1], ["b"]]; _i < _a.length; _i++) {
      var _b = _a[_i], key = _b[0], value = _b[1] === undefined ? 9 : _b[1];
      seen.push(key + value);
    }
    for (var _d = 0, _e = [
      { id: 1, a: 2 },
      { id: 2, a: 3 }
    ]; _d < _e.length; _d++) {
      var _f = _e[_d];
      var id = _f.id, rest = __rest(_f, ["id"]);
      seen.push(id + JSON.stringify(rest));
    }
    return seen;
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
