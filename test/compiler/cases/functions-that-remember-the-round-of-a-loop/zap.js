// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var later = [];
    var _loop = function(i) {
      later.push(function() {
        return i * 10;
      });
    };
    for (var i = 0; i < 3; i++) {
      _loop(i);
    }
    var _loop_1 = function(n) {
      if (n === 8) return;
      later.push(function() {
        return n;
      });
    };
    for (var j = 0, values = [7, 8]; j < values.length; j++) {
      var n = values[j];
      _loop_1(n);
    }
    return later.map(function(call) {
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
