// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 7e926cec1c0ab74a, file ae1daa8bc608943f.
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
    Button.apply(this, arguments);
    var _this = this;
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
