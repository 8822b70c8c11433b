// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources f47d7b10be83e4c3, file 27f068d32899eed9.
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
    var seen = [];
    for (var i = 0, values = [["a", 1], ["b"]]; i < values.length; i++) {
      var item = values[i], key = item[0], value = item[1] === undefined ? 9 : item[1];
      seen.push(key + value);
    }
    for (var j = 0, list = [
      { id: 1, a: 2 },
      { id: 2, a: 3 }
    ]; j < list.length; j++) {
      var given = list[j], id = given.id, rest = __rest(given, ["id"]);
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
