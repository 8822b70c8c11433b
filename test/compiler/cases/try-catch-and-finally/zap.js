// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var seen = [];
    var run = function(fail) {
      try {
        if (fail) throw new Error("no");
        return "fine";
      } catch (error) {
        return "caught";
      } finally {
        seen.push("finally");
      }
    };
    try {
      seen.push(run(true), run(false));
      throw new TypeError("x");
    } catch (error) {
      seen.push(error.message);
    }
    try {
      seen.push("again");
    } catch (error) {
      seen.push("never");
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
