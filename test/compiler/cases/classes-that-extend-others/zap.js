// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 06e1804d90a72260, file 4c6425a4b9bdab0c.
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
      Square.apply(this, arguments);
      var _this = this;
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
