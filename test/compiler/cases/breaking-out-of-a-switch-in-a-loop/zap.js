// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 242861450c2086d7, file 2d092e25eca8bc91.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var seen = [];
    var _loop_1 = function(word) {
      switch (word) {
        case "skip":
          return "continue";
        case "stop":
          return "break-loop";
        case "one": {
          var shown = word.toUpperCase();
          seen.push(function() {
            return shown;
          });
          break;
        }
        default:
          seen.push(function() {
            return word;
          });
      }
    };
    loop: for (var i = 0, values = ["one", "skip", "two", "stop", "three"]; i < values.length; i++) {
      var word = values[i];
      var state_1 = _loop_1(word);
      switch (state_1) {
        case "break-loop":
          break loop;
      }
    }
    return seen.map(function(call) {
      return call();
    });
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
