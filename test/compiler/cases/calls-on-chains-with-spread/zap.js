// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // Helpers for lowered syntax. Only those that are called come into zap.js.

  /** { ...a, ...b } */
  function __assign(target) {
    for (var i = 1; i < arguments.length; i++) {
      copyProperties(target, arguments[i], Object.create(null));
    }
    return target;
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

  // feature.ts
  function feature() {
    var _inner;
    var thing = {
      n: 1,
      add: function() {
        var numbers = Array.prototype.slice.call(arguments);
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
    var removed = [
      thing.inner == null ? true : delete thing.inner.list,
      none == null ? true : delete none.list
    ];
    return [
      thing.add == null ? undefined : thing.add.apply(thing, numbers),
      thing.inner == null || thing.inner.add == null ?
        undefined :
        thing.inner.add.apply(thing.inner, __concat([], numbers, [3])),
      none == null || none.inner == null || none.inner.add == null ?
        undefined :
        none.inner.add.apply(none.inner, numbers),
      (_inner = read().inner) == null || _inner.add == null ? undefined : _inner.add(1),
      thing == null || thing.add == null ? undefined : thing.add(1),
      (thing.inner == null ? undefined : thing.inner.add).apply(thing.inner, numbers),
      none == null || none.list == null ? undefined : none.list[reads++],
      thing.inner == null || thing.inner.list == null ?
        undefined :
        thing.inner.list.concat.apply(thing.inner.list, [[1]]).length,
      __concat([], numbers, thing.list != null ? thing.list : [9]),
      new (Date.bind.apply(Date, __concat([undefined], [2020, 1, 2])))().getMonth(),
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
