// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var sum = function(first) {
      var more = Array.prototype.slice.call(arguments, 1);
      return more.reduce(function(a, b) {
        return a + b;
      }, first);
    };
    return [sum(1), sum(1, 2, 3)];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
