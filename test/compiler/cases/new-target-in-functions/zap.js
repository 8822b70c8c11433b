// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 16aa4b857540b1c2, file a405b00cad6b8fdb.
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
  function Base() {
    var _newTarget = this && this instanceof Base ? this.constructor : undefined;
    this.made = (function() {
      return _newTarget === Base ? "base" : "derived";
    })();
  }

  function Derived() {
    Base.apply(this, arguments);
  }
  __extends(Derived, Base);

  function feature() {
    return [new Base().made, new Derived().made];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
