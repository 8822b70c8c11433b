// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 06e1804d90a72260, file 4b508336089c2e26.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // What TypeScript's lowered syntax calls; TypeScript gives the names. Only what is called comes into zap.js.

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
    var Shape = (function() {
      function Shape2() {
        this.sides = 0;
      }
      Shape2.prototype.describe = function(unit) {
        if (unit === undefined) {
          unit = "cm";
        }
        return this.area() + unit + this.sides;
      };
      Shape2.kind = function() {
        return "shape";
      };
      return Shape2;
    })();
    var Square = (function(_super) {
      __extends(Square2, _super);
      function Square2(a) {
        var _this = _super.call(this) || this;
        _this.a = a;
        _this.sides = 4;
        return _this;
      }
      Square2.prototype.area = function() {
        return Math.pow(this.a, 2);
      };
      Square2.prototype.describe = function(unit) {
        return "square " + _super.prototype.describe.call(this, unit);
      };
      Square2.kind = function() {
        return "square, a " + _super.kind.call(this);
      };
      return Square2;
    })(Shape);
    var Named = (function(_super) {
      __extends(Named2, _super);
      function Named2() {
        var _this = _super !== null && _super.apply(this, arguments) || this;
        _this.tag = function() {
          return "#" + _this.area();
        };
        return _this;
      }
      return Named2;
    })(Square);
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
