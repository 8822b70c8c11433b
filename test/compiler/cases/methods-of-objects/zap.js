// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // Helpers for lowered syntax. Only those that are called come into zap.js.

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
    var size = "size";
    var box = Object.defineProperty(__define({
      width: 2,
      1: "one",
      "quoted name": true,
      area: function(height) {
        if (height === undefined) {
          height = 2;
        }
        return this.width * height;
      }
    }, size + "Of", function(list) {
      return list.length;
    }), "half", {
      get: function() {
        return this.width / 2;
      },
      enumerable: true,
      configurable: true
    });
    var sizeOf = box.sizeOf;
    return [box.area(), box.area(5), box.half, sizeOf([1, 2]), box[1], box["quoted name"]];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
