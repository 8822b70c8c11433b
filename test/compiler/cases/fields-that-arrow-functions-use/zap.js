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
  function Button() {
    var _this = this;
    this.presses = 0;
    this.onPress = function(times) {
      if (times === undefined) {
        times = 1;
      }
      _this.presses += times;
      return _this.presses;
    };
  }

  function Loud() {
    var _this = this;
    Button.apply(this, arguments);
    this.shout = function() {
      return _this.onPress(2) + "!";
    };
  }
  __extends(Loud, Button);

  function feature() {
    var onPress = new Button().onPress;
    var shout = new Loud().shout;
    return [onPress(), onPress(3), shout(), shout()];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
