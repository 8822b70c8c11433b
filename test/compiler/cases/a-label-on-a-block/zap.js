// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var seen = [];
    for (var i = 0, values = ["a", "", "c"]; i < values.length; i++) {
      var word = values[i];
      check: {
        if (word === "") break check;
        seen.push(word);
      }
      seen.push("/");
    }
    return seen.join("");
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
