// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var fact = function(n) {
      return n < 2 ? 1 : n * fact(n - 1);
    };
    var add = function(a) {
      return function(b) {
        return function(c) {
          return a + b + c;
        };
      };
    };
    return [fact(5), add(1)(2)(3), [3, 1, 2].sort(function(a, b) {
      return a - b;
    })];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
