// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var day = new Date(Date.UTC(2024, 1, 29, 12, 30));
    var min = Math.min, max = Math.max;
    return [
      [255, 15, 5, 1000.5, 0.5, 0.005],
      [day.toISOString(), day.getUTCDay()],
      [min.apply(undefined, [3, 1, 2]), max(1, 2)],
      [(12.345).toFixed(1), parseInt("08", 10), Number("x") || "none", 7 % 3, -7 % 3, Math.pow(2, -1)]
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
