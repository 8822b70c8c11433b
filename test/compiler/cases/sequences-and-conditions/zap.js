// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var n = 0;
    var next = function() {
      return n++, n * 10;
    };
    var grade = function(points) {
      return points > 80 ? "a" : points > 50 ? "b" : "c";
    };
    var found = n > 5 && "large" || n === 0 && "zero" || "other";
    return [next(), next(), [90, 60, 10].map(grade), found, (next(), n), !!n, ~n, undefined];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
