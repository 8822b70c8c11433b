// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 6d031ff844142637, file f23405031aea2d95.
// Change the sources and build again: what is changed here is lost.
/* jshint loopfunc: true */
'use strict';

var Zap = (function () {
  // What lowered syntax calls, by the names that TypeScript gives it. Only what is called comes into zap.js.

  /** var { a, ...rest } = object */
  function __rest(object, names) {
    var rest = {};
    for (var key in object) {
      if (names.indexOf(key) === -1) {
        copyProperty(rest, object, key);
      }
    }
    return rest;
  }

  /** Unlike an assignment, it runs no setter: not that of `__proto__` either. */
  function copyProperty(to, from, key) {
    if (Object.prototype.hasOwnProperty.call(from, key)) {
      Object.defineProperty(to, key, {
        value: from[key],
        writable: true,
        enumerable: true,
        configurable: true
      });
    }
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
  function first(pairs) {
    var name, count, key, length, others, sum, i, end;
    var calls = [];
    var _loop_1 = function(round) {
      var item, given, list;
      calls.push(function() {
        return round;
      });
      for (var j = 0, pairs_1 = pairs; j < pairs_1.length; j++) {
        item = pairs_1[j];
        name = item[0];
        given = item[1];
        count = given === undefined ? 1 : given;
        calls.push(function() {
          return round + count;
        });
      }
      for (key in { x: 1 }) {
        list = { length: key.length, round: round };
        length = list.length;
        others = __rest(list, ["length"]);
      }
      sum = { sum: round + count }.sum;
      for (i = 0, end = 2; i < end; i++) if (i === 1) break;
      if (round === 1) return { value: [name, count, key, length, others, sum, i, calls.map(function(call) {
        return call();
      })] };
    };
    for (var round = 0; round < 2; round++) {
      var state_1 = _loop_1(round);
      if (typeof state_1 === "object") return state_1.value;
    }
    return "none";
  }

  function Base(kind) {
    this.kind = kind;
  }

  function Finder(list) {
    var _this = Base.call(this, "finder") || this;
    _this.found = function() {
      return -1;
    };
    var _loop_2 = function(n) {
      if (n < 2) return "continue";
      _this.found = function() {
        return n;
      };
      return { value: _this };
    };
    for (var i = 0; i < list.length; i++) {
      var n = list[i];
      var state_2 = _loop_2(n);
      if (typeof state_2 === "object") return state_2.value;
    }
    return _this;
  }
  __extends(Finder, Base);

  function feature() {
    var finder = new Finder([1, 2, 3]);
    return [first([["a", 1], ["b", 2]]), finder.kind, finder.found(), new Finder([]).found()];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
