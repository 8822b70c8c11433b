// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 92acd04200715fee, file acbc9cdadabcae68.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var calls = [];
    var first = function(list) {
      var _loop_1 = function(n) {
        calls.push(function() {
          return n;
        });
        if (n > 1) return { value: "found " + n };
      };
      for (var i = 0; i < list.length; i++) {
        var n = list[i];
        var state_1 = _loop_1(n);
        if (typeof state_1 === "object") return state_1.value;
      }
      return "none";
    };
    return [first([1, 2, 3]), first([]), calls.map(function(call) {
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
