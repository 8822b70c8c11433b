// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // Helpers for lowered syntax. Only those that are called come into zap.js.

  /** class A extends B */
  function __extends(derived, base) {
    if (Object.setPrototypeOf) {
      Object.setPrototypeOf(derived, base || Function.prototype);
    } else {
      Object.getOwnPropertyNames(base || {}).forEach(function(key) {
        if (!Object.prototype.hasOwnProperty.call(derived, key)) {
          Object.defineProperty(derived, key, Object.getOwnPropertyDescriptor(base, key));
        }
      });
    }
    derived.prototype = Object.create(base && base.prototype, {
      constructor: { value: derived, writable: true, configurable: true }
    });
  }

  // feature.ts
  function feature() {
    function A() {}
    Object.defineProperty(A, "twice", {
      get: function() {
        return A.n * 2;
      },
      enumerable: false,
      configurable: true
    });

    A.n = 1;
    A.list = [];
    function B() {
      A.apply(this, arguments);
    }
    __extends(B, A);
    A.n = 2;
    B.list.push(5);
    return [B.n, B.twice, A.list, Object.keys(B)];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
