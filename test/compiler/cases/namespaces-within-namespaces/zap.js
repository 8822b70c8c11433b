// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  var Outer = {};
  (function(Outer) {
    (function(Middle) {
      var _object;
      Middle.base = 2;
      _object = { twice: Middle.base * 2, thrice: Middle.base * 3 };
      Middle.twice = _object.twice;
      Middle.thrice = _object.thrice;
      Middle.Kind = {};
      Middle.Kind.Small = 1;
      Middle.Kind[1] = "Small";
      Middle.Kind.Large = 5;
      Middle.Kind[5] = "Large";
      Middle.Kind.Other = "abc".length;
      Middle.Kind[Middle.Kind.Other] = "Other";
      Middle.Kind.Last = Middle.Kind.Other * 2;
      Middle.Kind[Middle.Kind.Last] = "Last";
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
    })(Outer.Middle || (Outer.Middle = {}));
  })(Outer);

  (function(Outer) {
    (function(Middle) {
      Middle.all = function() {
        return [
          Middle.base,
          Middle.twice,
          Middle.count,
          Middle.add().count,
          new Middle.Box().size,
          Middle.Kind.Large
        ];
      };
    })(Outer.Middle || (Outer.Middle = {}));
  })(Outer);

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
