// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 38b079ce1a2e2548, file 7d7c8cbceda15b0f.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  var Outer;
  (function(Outer) {
    var Middle;
    (function(Middle) {
      var given;
      Middle.base = 2;
      given = { twice: Middle.base * 2, thrice: Middle.base * 3 };
      Middle.twice = given.twice;
      Middle.thrice = given.thrice;
      var Kind;
      (function(Kind) {
        Kind[Kind.Small = 1] = "Small";
        Kind[Kind.Large = 5] = "Large";
        Kind[Kind.Other = "abc".length] = "Other";
        Kind[Kind.Last = Kind.Other * 2] = "Last";
      })(Kind = Middle.Kind || (Middle.Kind = {}));
      function Box(size) {
        if (size === undefined) {
          size = Middle.base;
        }
        this.size = size;
      }
      Middle.Box = Box;
      Middle.count = 0;
      function add() {
        Middle.count += Middle.twice;
        return { count: Middle.count };
      }
      Middle.add = add;
    })(Middle = Outer.Middle || (Outer.Middle = {}));
  })(Outer || (Outer = {}));

  (function(Outer) {
    var Middle;
    (function(Middle) {
      Middle.all = function() {
        return [Middle.base, Middle.twice, Middle.count, Middle.add().count, new Middle.Box().size, Middle.Kind.Large];
      };
    })(Middle = Outer.Middle || (Outer.Middle = {}));
  })(Outer || (Outer = {}));

  var Middle = Outer.Middle;

  function feature() {
    var text = "text";
    return [Middle.all(), Middle.thrice, Outer.Middle.Kind[5], Outer.Middle.Kind.Last, text];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
