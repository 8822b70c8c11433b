// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // Helpers for lowered syntax. Only those that are called come into zap.js.

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
    function f(options, list) {
      if (options === undefined) {
        options = {};
      }
      var a = options.a === undefined ? 1 : options.a,
          _b = options.b === undefined ? {} : options.b,
          c = _b.c === undefined ? [2] : _b.c,
          rest = __rest(options, ["a", "b"]);
      if (list === undefined) {
        list = [0, 0];
      }
      var x = list[0], y = list[2] === undefined ? 3 : list[2];
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
