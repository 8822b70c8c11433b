// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var calls = [];
    var make = function(name) {
      calls.push(name);
      return name;
    };
    function f(a, b, c) {
      if (a === undefined) {
        a = make("a");
      }
      if (b === undefined) {
        b = a + make("b");
      }
      if (c === undefined) {
        c = function() {
          return b;
        };
      }
      b += "!";
      return c();
    }
    return [f(), f("x"), f("x", "y"), f(undefined, "z"), calls];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
