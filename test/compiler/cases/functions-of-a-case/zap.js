// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var names = function(kind) {
      var chosen;
      var shared = function() {
        return "shared";
      };
      switch (kind) {
        case "set":
          chosen = function() {
            return "set";
          };
          break;
        case "declared":
          return shared();
        default:
      }
      return chosen ? chosen() : typeof chosen;
    };
    return [names("set"), names("declared"), names("other")];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
