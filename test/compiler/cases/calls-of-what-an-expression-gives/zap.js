// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint -W056, -W067, eqnull: true */
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
  function Item(name) {
    this.name = name;
  }

  function Other(name) {
    Item.call(this, name + "!");
  }
  __extends(Other, Item);

  var tools = {
    name: "tools",
    whose: function() {
      return this ? this.name : "nobody's";
    }
  };

  function made(maker, fallback) {
    var chosen;
    return [
      // Any of the two.
      new (maker != null ? maker : Item)("one").name,
      new (fallback || Other)("two").name,
      new (maker ? maker : Item)("three").name,
      new (chosen = Other)("four").name,
      new chosen("five").name
    ];
  }

  function feature() {
    var called;
    var first = (0, tools.whose)();
    var second = (called = function() {
      return "called";
    })();
    return [made(null, undefined), made(Other, Item), first, second, called(), tools.whose()];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
