// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources bcf805740c635374, file 904878f2ea6c2504.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // What lowered syntax calls, by the names that TypeScript gives it. Only what is called comes into zap.js.

  /** class A extends B */
  function __extends(derived, base) {
    if (Object.setPrototypeOf) {
      Object.setPrototypeOf(derived, base);
    } else {
      Object.keys(base).forEach(function(key) {
        derived[key] = base[key];
      });
    }
    derived.prototype = Object.create(base.prototype, {
      constructor: { value: derived, writable: true, configurable: true }
    });
  }

  // feature.ts
  function feature() {
    function A() {
    }
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
