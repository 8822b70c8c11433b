// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 02cd8d06ff24422e, file 03a8c83ab4a6be23.
// Change the sources and build again: what is changed here is lost.
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

  // feature.ts
  function feature() {
    var a = [1, 2];
    var b = __spreadArray(__spreadArray(__spreadArray([], a), [3]), a.map(function(n) {
      return n * 2;
    }));
    return [
      b,
      __spreadArray([], b).reverse(),
      Math.max.apply(Math, b),
      new (Date.bind.apply(Date, __spreadArray([undefined], [2020, 0, 5])))().getDate()
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
