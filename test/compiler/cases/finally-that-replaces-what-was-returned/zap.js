// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  var seen = [];

  function run(how) {
    for (var round = 0; round < 2; round++) {
      try {
        seen.push(how + round);
        if (how === "return") return "tried";
        if (how === "throw") throw new Error("lost");
        continue;
      } finally {
        if (round === 1) seen.push("last");
        if (how === "throw") break;
      }
    }
    return "after";
  }

  function feature() {
    return [run("return"), run("throw"), run("continue"), seen];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
