// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 6d58693db68595d9, file c80fa6c4d193b4df.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var later = [];
    var _loop_1 = function(i) {
      later.push(function() {
        return i * 10;
      });
    };
    for (var i = 0; i < 3; i++) {
      _loop_1(i);
    }
    var _loop_2 = function(n) {
      if (n === 8) return "continue";
      later.push(function() {
        return n;
      });
    };
    for (var j = 0, values = [7, 8]; j < values.length; j++) {
      var n = values[j];
      _loop_2(n);
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
