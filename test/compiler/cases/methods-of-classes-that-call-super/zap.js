// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // Helpers for lowered syntax. Only those that are called come into zap.js.

  /** [a, ...list, b] */
  function __concat() {
    var all = [];
    for (var i = 0; i < arguments.length; i++) {
      if (typeof arguments[i].length !== "number") {
        throw new TypeError("Only a list can be spread in ES5.");
      }
      for (var j = 0; j < arguments[i].length; j++) {
        all.push(arguments[i][j]);
      }
    }
    return all;
  }

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
  function Base() {
    var names = Array.prototype.slice.call(arguments);
    Base.made++;
    this.name = names.join("-");
  }
  Base.describe = function() {
    return this.label;
  };
  Base.prototype.greet = function() {
    var words = Array.prototype.slice.call(arguments);
    return __concat([this.name], words).join(" ");
  };

  Base.label = "base";
  Base.made = 0;

  function Early(words) {
    var first = words[0] != null ? words[0] : "none";
    Base.apply(this, __concat([], words, [first]));
    this.size = this.name.length;
    if (first === "skip") return;
    this.size += 1;
  }
  __extends(Early, Base);
  Early.prototype.greet = function() {
    var _this = this;
    var words = Array.prototype.slice.call(arguments);
    var call = function() {
      return Base.prototype.greet.apply(_this, __concat([], words, ["later"]));
    };
    return call() + Base.prototype.greet.call(this, "now");
  };
  Early.describe = function() {
    return "<" + Base.describe.call(this) + ">";
  };

  Early.label = Base.label + " early";
  Early.count = [1, 2].map(function(n) {
    return n * Early.made;
  });
  (function() {
    var self = Early;
    self.label += "!";
  })();

  function Anonymous() {
    var _this = this;
    Early.apply(this, arguments);
    this.twice = function() {
      return _this.size * 2;
    };
  }
  __extends(Anonymous, Early);

  function feature() {
    var early = new Early(["a", "b"]);
    return [
      early.name,
      early.size,
      early.greet("x", "y"),
      Early.describe(),
      Early.count,
      new Early(["skip"]).name,
      new Anonymous(["abc"]).twice(),
      Base.made
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
