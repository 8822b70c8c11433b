// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint loopfunc: true */
'use strict';

var Zap = (function () {
  // Helpers for lowered syntax. Only those that are called come into zap.js.

  /** var { a, ...rest } = object */
  function __rest(object, names) {
    var omitted = Object.create(null);
    names.forEach(function(name) {
      omitted[name] = true;
    });
    return copyProperties({}, object, omitted);
  }

  function copyProperties(to, from, omitted) {
    var object = Object(from);
    var keys = Object.keys(object);
    if (Object.getOwnPropertySymbols) {
      keys = keys.concat(Object.getOwnPropertySymbols(object));
    }
    keys.forEach(function(key) {
      if (!(key in omitted) && Object.prototype.propertyIsEnumerable.call(object, key)) {
        __define(to, key, object[key]);
      }
    });
    return to;
  }

  /** { [key]: value }. Unlike an assignment, it runs no setter: not that of `__proto__` either. */
  function __define(object, key, value) {
    return Object.defineProperty(object, key, {
      value: value,
      writable: true,
      enumerable: true,
      configurable: true
    });
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
  function first(pairs) {
    var name, count, key, length, others, sum, i, end;
    var calls = [];
    var _loop = function(round) {
      calls.push(function() {
        return round;
      });
      for (var j = 0; j < pairs.length; j++) {
        var pair = pairs[j];
        name = pair[0];
        count = pair[1] === undefined ? 1 : pair[1];
        calls.push(function() {
          return round + count;
        });
      }
      for (key in { x: 1 }) {
        var _object = { length: key.length, round: round };
        length = _object.length;
        others = __rest(_object, ["length"]);
      }
      sum = { sum: round + count }.sum;
      for (i = 0, end = 2; i < end; i++) {
        if (i === 1) break;
      }
      if (round === 1) return { value: [name, count, key, length, others, sum, i, calls.map(function(call) {
        return call();
      })] };
    };
    for (var round = 0; round < 2; round++) {
      var _exit = _loop(round);
      if (typeof _exit === "object") return _exit.value;
    }
    return "none";
  }

  function Base(kind) {
    this.kind = kind;
  }

  function Finder(list) {
    var _this = this;
    Base.call(this, "finder");
    this.found = function() {
      return -1;
    };
    var _loop = function(n) {
      if (n < 2) return;
      _this.found = function() {
        return n;
      };
      return { value: undefined };
    };
    for (var i = 0; i < list.length; i++) {
      var n = list[i];
      var _exit = _loop(n);
      if (typeof _exit === "object") return _exit.value;
    }
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
