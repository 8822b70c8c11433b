// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 71c781d4b36579a6, file ae5bd3a4cf810732.
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
    function A(n) {
      this.n = n;
    }
    function B() {
      // As the documentation says.
      A.call(this, 7);
      // And then.
    }
    __extends(B, A);
    return new B().n;
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
