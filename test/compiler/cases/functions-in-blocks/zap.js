// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 56903a41e693fc45, file 77988795074825c2.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var seen = [];
    var _loop_1 = function(i) {
      function twice() {
        return i * 2;
      }
      seen.push(twice());
    };
    for (var i = 0; i < 2; i++) {
      _loop_1(i);
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
