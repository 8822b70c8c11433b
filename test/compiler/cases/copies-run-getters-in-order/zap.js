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
  var count = 0;
  var counter = {
    get next() {
      count += 1;
      return count;
    }
  };

  // Copying runs the getters of an object, and only then are later parts read.
  function read(by) {
    var _object;
    var state = { n: 0 };
    var seen = {
      get n() {
        state.n += 1;
        return state.n;
      }
    };
    return [
      __assign(__assign({}, counter), { count: count }),
      __assign(__assign({}, seen), { m: state.n }),
      __assign(__assign({}, seen), { copy: __assign({}, state) }),
      (_object = {},
        __assign(_object, seen),
        __define(_object, by, 1),
        __assign(_object, counter),
        _object.count = count,
        _object)
    ];
  }

  // What no getter can change is read in the same call.
  function joined(limit) {
    var offset = 2;
    return __assign({}, counter, { limit: limit, offset: offset, sizes: [1, 2] });
  }

  function feature() {
    return [read("by"), joined(3)];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
