// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources c76c668ed7eb27de, file 3e81e721c9d86925.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var seen = [];
    var later = [];
    var _loop_1 = function(i) {
      var skip = function() {
        i++;
      };
      if (i === 1) skip();
      later.push(function() {
        return i;
      });
      seen.push(i);
      out_i_1 = i;
    };
    var out_i_1;
    for (var i = 0; i < 6; i++) {
      _loop_1(i);
      i = out_i_1;
    }
    var n = 0;
    var _loop_2 = function() {
      var double = n * 2;
      later.push(function() {
        return double + n;
      });
      if (double > 4) return "break";
    };
    do {
      var state_1 = _loop_2();
      if (state_1 === "break") break;
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
