// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var a, b;
    var seen = [];
    {
      a = 1;
      seen.push(a);
      b = undefined;
      b = "b";
      seen.push(b);
    }
    {
      a = undefined;
      seen.push(a);
      a = 2;
      seen.push(a);
    }
    try {
      throw new Error("thrown");
    } catch (error) {
      b = undefined;
      seen.push(b, error instanceof Error);
    }
    for (a = undefined; (a != null ? a : 0) < 2; a = (a != null ? a : 0) + 1) seen.push(a);
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
