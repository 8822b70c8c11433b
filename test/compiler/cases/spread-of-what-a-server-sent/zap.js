// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 4b87fa921c5c6ecd, file afc0bd050e6f9ead.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // What lowered syntax calls, by the names that TypeScript gives it. Only what is called comes into zap.js.

  /** { ...a, ...b } */
  function __assign(target) {
    for (var i = 1; i < arguments.length; i++) {
      for (var key in arguments[i]) {
        copyProperty(target, arguments[i], key);
      }
    }
    return target;
  }

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
    var sent = z.JSON.parse('{"__proto__": {"admin": true}, "hasOwnProperty": 1, "id": 2}');
    var copy = __assign({}, sent);
    var given = sent, id = given.id, rest = __rest(given, ["id"]);
    return [copy.admin === undefined, rest.admin === undefined, Object.keys(copy).length, id];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
