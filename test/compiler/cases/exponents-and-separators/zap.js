// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var n = 2;
    n = Math.pow(n, 3);
    return [n, Math.pow(2, Math.pow(3, 2)), Math.pow(-2, 2), 1000000, 3, 15];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
