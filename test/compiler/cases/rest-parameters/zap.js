// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 113596d155bdc941, file a1513e5bf5539876.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var sum = function(first) {
      var more = [];
      for (var _i = 1; _i < arguments.length; _i++) {
        more[_i - 1] = arguments[_i];
      }
      return more.reduce(function(a, b) {
        return a + b;
      }, first);
    };
    return [sum(1), sum(1, 2, 3)];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
