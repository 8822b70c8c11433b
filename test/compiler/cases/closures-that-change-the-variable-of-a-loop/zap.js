// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var seen = [];
    var later = [];
    var _loop = function(i_1) {
      var skip = function() {
        i_1++;
      };
      if (i_1 === 1) skip();
      later.push(function() {
        return i_1;
      });
      seen.push(i_1);
      i = i_1;
    };
    for (var i = 0; i < 6; i++) {
      _loop(i);
    }
    var n = 0;
    var _loop_1 = function() {
      var double = n * 2;
      later.push(function() {
        return double + n;
      });
      if (double > 4) return "break";
    };
    do {
      var _exit = _loop_1();
      if (_exit === "break") break;
    } while (n++ < 5);
    return [seen, later.map(function(call) {
      return call();
    })];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
