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

  // triggers/thing.ts
  /** A shape. */

  /** Counts. */
  function Shape(name) {
    this.name = name;

    /** Its corners. */
    this.corners = 0;
    Shape.made++;
  }

  /** What it is. */
  Shape.prototype.describe = function() {
    return this.name + " with " + this.corners + " corners";
  };

  Shape.of = function(name) {
    return new Shape(name);
  };

  /** How many were made. */
  Shape.made = 0;

  /** It has a constructor that only TypeScript writes. */
  function Square() {
    Shape.apply(this, arguments);
    this.corners = 4;
  }
  __extends(Square, Shape);

  Square.prototype.describe = function() {
    return "A square: " + Shape.prototype.describe.call(this);
  };

  function Tagged(name) {
    var _this = this;
    // Before.
    Square.call(this, name.trim());
    /** Keeps its object. */
    this.tag = function() {
      return "#" + _this.name;
    };
    if (!name) return;
    this.corners = 5;
  }
  __extends(Tagged, Square);

  /** What it is made from may be another object. */
  function Wrapper(inner) {
    return inner;
  }

  function Wrapped() {
    var _this = Wrapper.apply(this, arguments) || this;
    _this.isWrapped = true;
    return _this;
  }
  __extends(Wrapped, Wrapper);

  function thing_poll(_) {
    function Local() {
      Shape.apply(this, arguments);
    }
    __extends(Local, Shape);
    Local.Shape = "hides nothing";
    var hidden = function(Shape) {
      return [new Local(Shape).name, new Square(Shape).name];
    };
    var shapes = [Shape.of("any"), new Square("big"), new Tagged(" small "), new Local(Local.Shape)];
    return shapes.map(function(shape, id) {
      return {
        id: id,
        text: shape.describe(),
        made: Shape.made,
        hidden: hidden("x"),
        wrapped: new Wrapped({ id: id })
      };
    });
  }

  return {
    thing_poll: thing_poll
  };
})();
