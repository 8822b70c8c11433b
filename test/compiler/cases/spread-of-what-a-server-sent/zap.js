// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // Helpers for lowered syntax. Only those that are called come into zap.js.

  /** { ...a, ...b } */
  function __assign(target) {
    for (var i = 1; i < arguments.length; i++) {
      copyProperties(target, arguments[i], Object.create(null));
    }
    return target;
  }

  /** var { a, ...rest } = object */
  function __rest(object, names) {
    var omitted = Object.create(null);
    names.forEach(function(name) {
      omitted[name] = true;
    });
    return copyProperties({}, object, omitted);
  }

  function copyProperties(to, from, omitted) {
    var object = Object(from);
    var keys = Object.keys(object);
    if (Object.getOwnPropertySymbols) {
      keys = keys.concat(Object.getOwnPropertySymbols(object));
    }
    keys.forEach(function(key) {
      if (!(key in omitted) && Object.prototype.propertyIsEnumerable.call(object, key)) {
        __define(to, key, object[key]);
      }
    });
    return to;
  }

  /** { [key]: value }. Unlike an assignment, it runs no setter: not that of `__proto__` either. */
  function __define(object, key, value) {
    return Object.defineProperty(object, key, {
      value: value,
      writable: true,
      enumerable: true,
      configurable: true
    });
  }

  // feature.ts
  function feature() {
    var sent = z.JSON.parse('{"__proto__": {"admin": true}, "hasOwnProperty": 1, "id": 2}');
    var copy = __assign({}, sent);
    var id = sent.id, rest = __rest(sent, ["id"]);
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
