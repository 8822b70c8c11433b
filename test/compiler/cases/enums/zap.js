// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 24a7e785c04c8573, file a9e6d04406047d45.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var Colour;
    (function(Colour2) {
      Colour2[Colour2.Red = 0] = "Red";
      Colour2.Green = "g";
      Colour2[Colour2.Blue = 3] = "Blue";
      Colour2[Colour2.Deep = 6] = "Deep";
    })(Colour || (Colour = {}));
    var Flag;
    (function(Flag2) {
      Flag2[Flag2.A = 1] = "A";
      Flag2[Flag2.B = 5] = "B";
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
