// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
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

  // feature.ts
  function feature() {
    var a = [1, 2];
    var b = __concat(__concat([], a, [3]), a.map(function(n) {
      return n * 2;
    }));
    return [
      b,
      __concat([], b).reverse(),
      Math.max.apply(Math, b),
      new (Date.bind.apply(Date, __concat([undefined], [2020, 0, 5])))().getDate()
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
