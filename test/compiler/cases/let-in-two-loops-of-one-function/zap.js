// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var twice, n, m;
    var seen = [];
    for (var i = 0; i < 2; i++) seen.push(i);
    for (i = 5, n = 7; i < n; i++) {
      twice = i * 2;
      seen.push(twice);
    }
    for (i = 8, m = 9; i < m; i++) {
      twice = i * 3;
      seen.push(twice);
    }
    return seen;
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
