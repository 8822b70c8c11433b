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
    function Shape() {
      this.sides = 0;
    }
    Shape.prototype.describe = function(unit) {
      if (unit === undefined) {
        unit = "cm";
      }
      return this.area() + unit + this.sides;
    };
    Shape.kind = function() {
      return "shape";
    };
    function Square(a) {
      Shape.call(this);
      this.a = a;
      this.sides = 4;
    }
    __extends(Square, Shape);
    Square.prototype.area = function() {
      return Math.pow(this.a, 2);
    };
    Square.prototype.describe = function(unit) {
      return "square " + Shape.prototype.describe.call(this, unit);
    };
    Square.kind = function() {
      return "square, a " + Shape.kind.call(this);
    };
    function Named() {
      var _this = this;
      Square.apply(this, arguments);
      this.tag = function() {
        return "#" + _this.area();
      };
    }
    __extends(Named, Square);
    var named = new Named(3);
    return [
      named.describe(),
      named.describe("m"),
      named.tag(),
      Named.kind(),
      named instanceof Shape,
      Object.keys(named).sort()
    ];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
