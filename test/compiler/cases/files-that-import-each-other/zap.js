// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // odd.ts
  function isOdd(n) {
    return n !== 0 && isEven(n - 1);
  }

  // even.ts
  function isEven(n) {
    return n === 0 || isOdd(n - 1);
  }

  // feature.ts
  function feature() {
    return [isEven(4), isEven(7)];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
