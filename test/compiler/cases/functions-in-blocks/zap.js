// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var seen = [];
    var _loop = function(i) {
      var twice = function() {
        return i * 2;
      };
      seen.push(twice());
    };
    for (var i = 0; i < 2; i++) {
      _loop(i);
    }
    if (seen) {
      var once = function() {
        return 7;
      };
      seen.push(once());
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
