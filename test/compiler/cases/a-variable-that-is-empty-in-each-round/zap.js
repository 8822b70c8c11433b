// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var last;
    var seen = [];
    for (var i = 0; i < 3; i++) {
      last = undefined;
      if (i === 1) last = i;
      seen.push(last === undefined ? "none" : last);
    }
    for (i = 0; i < 2; i++) {
      last = undefined;
      seen.push(last === undefined);
      last = i;
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
