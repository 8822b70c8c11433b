// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var Colour = {
      Red: 0,
      Green: "g",
      Blue: 3,
      Deep: 6,
      0: "Red",
      3: "Blue",
      6: "Deep"
    };
    var Flag = {
      A: 1,
      B: 5,
      1: "A",
      5: "B"
    };
    return [Colour.Deep, Colour[0], Colour.Green, Flag.B, Object.keys(Colour).sort()];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
