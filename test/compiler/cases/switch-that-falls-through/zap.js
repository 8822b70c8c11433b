// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var cost = function(size) {
      var sum = 0;
      switch (size) {
        case "big":
          sum += 10;
          /* falls through */
        case "medium":
          sum += 5;
          break;
        case "none":
        default: {
          var rest = 1;
          sum += rest;
        }
      }
      return sum;
    };
    return [cost("big"), cost("medium"), cost("none"), cost("?")];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
