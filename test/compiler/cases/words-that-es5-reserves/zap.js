// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources ce15a611b561a9de, file 7284b6539dcf4603.
// Change the sources and build again: what is changed here is lost.
/* jshint eqnull: true */
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
    var reserved = { class: 1, default: 2, new: 3, in: 4, delete: function() {
      return 5;
    }, enum: 6 };
    var className = reserved.class,
        fallback = reserved.default,
        others = __rest(reserved, ["class", "default"]);
    return [className, fallback, Object.keys(others).sort(), reserved.delete(), reserved == null ? undefined : reserved.new, "in" in reserved];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
