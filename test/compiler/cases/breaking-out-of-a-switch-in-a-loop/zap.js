// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var seen = [];
    var _loop = function(word) {
      switch (word) {
        case "skip":
          return;
        case "stop":
          return "break loop";
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
      var _exit = _loop(word);
      if (_exit === "break loop") break loop;
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
