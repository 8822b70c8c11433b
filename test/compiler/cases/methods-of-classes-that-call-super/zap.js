// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources ee82c8bf9ea39910, file 090870f0ce170861.
// Change the sources and build again: what is changed here is lost.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // What lowered syntax calls, by the names that TypeScript gives it. Only what is called comes into zap.js.

  /** [...list, item] */
  function __spreadArray(to, from) {
    if (typeof from.length !== "number") {
      throw new TypeError("Only a list can be spread in ES5.");
    }
    return to.concat(Array.prototype.slice.call(from));
  }

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
    var names = [];
    for (var i = 0; i < arguments.length; i++) {
      names[i] = arguments[i];
    }
    Base.made++;
    this.name = names.join("-");
  }
  Base.describe = function() {
    return this.label;
  };
  Base.prototype.greet = function() {
    var words = [];
    for (var i = 0; i < arguments.length; i++) {
      words[i] = arguments[i];
    }
    return __spreadArray([this.name], words).join(" ");
  };
  Base.label = "base";
  Base.made = 0;

  function Early(words) {
    var first = words[0] != null ? words[0] : "none";
    Base.apply(this, __spreadArray(__spreadArray([], words), [first]));
    this.size = this.name.length;
    if (first === "skip") return;
    this.size += 1;
  }
  __extends(Early, Base);
  Early.prototype.greet = function() {
    var _this = this;
    var words = [];
    for (var i = 0; i < arguments.length; i++) {
      words[i] = arguments[i];
    }
    var call = function() {
      return Base.prototype.greet.apply(_this, __spreadArray(__spreadArray([], words), ["later"]));
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
    Early.apply(this, arguments);
    var _this = this;
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
