// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var calls = [];
    var first = function(list) {
      var _loop = function(n) {
        calls.push(function() {
          return n;
        });
        if (n > 1) return { value: "found " + n };
      };
      for (var i = 0; i < list.length; i++) {
        var n = list[i];
        var _exit = _loop(n);
        if (typeof _exit === "object") return _exit.value;
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
