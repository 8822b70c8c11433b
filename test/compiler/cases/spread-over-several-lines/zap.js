// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 78d2766ec55ab4ae, file ad28f1e13863e2a1.
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
  var base = { kind: "thing", size: 1 };

  function feature() {
    var bigger = __assign({}, base, {
      size: base.size + 1,
      // Why it is here.
      colour: "red"
    }, base.size > 0 && {
      weight: 7,
      height: 8
    });
    return [bigger, __assign({}, base, { size: 3, colour: "blue" }), __assign({}, base)];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
