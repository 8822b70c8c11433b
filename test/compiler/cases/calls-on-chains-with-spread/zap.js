// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources ba1c6cc7e273ca3b, file e05de119de5c4ec3.
// Change the sources and build again: what is changed here is lost.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // What lowered syntax calls, by the names that TypeScript gives it. Only what is called comes into zap.js.

  /** { ...a, ...b } */
  function __assign(target) {
    for (var i = 1; i < arguments.length; i++) {
      for (var key in arguments[i]) {
        copyProperty(target, arguments[i], key);
      }
    }
    return target;
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

  /** [...list, item] */
  function __spreadArray(to, from) {
    if (typeof from.length !== "number") {
      throw new TypeError("Only a list can be spread in ES5.");
    }
    return to.concat(Array.prototype.slice.call(from));
  }

  // feature.ts
  function feature() {
    var inner, add, given, _f, _g, _h, _j, _k, list, _o;
    var thing = {
      n: 1,
      add: function() {
        var numbers = [];
        for (var i = 0; i < arguments.length; i++) {
          numbers[i] = arguments[i];
        }
        return numbers.reduce(function(sum, it) {
          return sum + it;
        }, this.n);
      }
    };
    thing.inner = __assign({}, thing, { n: 10 });
    var none;
    var numbers = [1, 2];
    var reads = 0;
    var read = function() {
      reads++;
      return thing;
    };
    var removed = [thing.inner == null ? true : delete thing.inner.list, none == null ? true : delete none.list];
    return [
      thing.add == null ? undefined : thing.add.apply(thing, numbers),
      (add = (inner = thing.inner) == null ? undefined : inner.add) == null ? undefined : add.apply(inner, __spreadArray(__spreadArray([], numbers), [3])),
      (_f = (given = none == null ? undefined : none.inner) == null ? undefined : given.add) == null ? undefined : _f.apply(given, numbers),
      (_h = (_g = read().inner) == null ? undefined : _g.add) == null ? undefined : _h.call(_g, 1),
      (_j = thing == null ? undefined : thing.add) == null ? undefined : _j.call(thing, 1),
      ((_k = thing.inner) == null ? undefined : _k.add).apply(_k, numbers),
      (list = none == null ? undefined : none.list) == null ? undefined : list[reads++],
      (_o = thing.inner == null ? undefined : thing.inner.list) == null ? undefined : _o.concat.apply(_o, [[1]]).length,
      __spreadArray(__spreadArray([], numbers), thing.list != null ? thing.list : [9]),
      new (Date.bind.apply(Date, __spreadArray([undefined], [2020, 1, 2])))().getMonth(),
      reads,
      removed
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
