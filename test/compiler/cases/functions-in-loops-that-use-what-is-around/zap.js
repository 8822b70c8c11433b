// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint loopfunc: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var wanted = ["a", "b"];
    var found = [];
    for (var i = 0, values = [["a", "x"], ["b"]]; i < values.length; i++) {
      var list = values[i];
      found.push.apply(found, list.filter(function(word) {
        return wanted.indexOf(word) >= 0;
      }));
    }
    return found;
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
