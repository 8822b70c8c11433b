// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var pick = function(yes) {
      var word;
      if (yes) {
        word = "yes";
        return word;
      } else {
        word = "no";
        return word + "!";
      }
    };
    return [pick(true), pick(false)];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
