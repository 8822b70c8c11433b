// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    function over(a) {
      return a;
    }
    var ident = function(x) {
      return x;
    };
    var swap = function(list) {
      var a = list[0], b = list[1];
      return [b, a];
    };
    return [over("a"), over(1), ident("x"), swap([1, "b"])];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
