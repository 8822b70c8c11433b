// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var seen = [early()];
    function early() {
      return "early " + late();
    }
    var table = { double: double, half: function(n) {
      return n / 2;
    } };
    function double(n) {
      return n * 2;
    }
    return [seen, table.double(4), table.half(4)];
  }

  function late() {
    return "late";
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
