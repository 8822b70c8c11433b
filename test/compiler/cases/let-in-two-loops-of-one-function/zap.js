// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 21c42d0ba1ee7f9e, file 8c6d4cd3c3523d3e.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var n, twice, m;
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
