// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var n = 3;
    var text = "4";
    var seen = [
      -(-n),
      -(-n),
      n - (-1),
      n + (+text),
      n - +text,
      -n - (-n),
      +(+text),
      n - (--n),
      n + (++n),
      (n++) + (+text),
      (n--) - (-1)
    ];
    return [seen, (12.345).toFixed(1), (5).toFixed(1), (5).toString(), (-5).toFixed(), 0.5, -0.25];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
