// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 24a7e785c04c8573, file c580498ced2cd1bc.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var Colour;
    (function(Colour) {
      Colour[Colour.Red = 0] = "Red";
      Colour.Green = "g";
      Colour[Colour.Blue = 3] = "Blue";
      Colour[Colour.Deep = 6] = "Deep";
    })(Colour || (Colour = {}));
    var Flag;
    (function(Flag) {
      Flag[Flag.A = 1] = "A";
      Flag[Flag.B = 5] = "B";
    })(Flag || (Flag = {}));
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
