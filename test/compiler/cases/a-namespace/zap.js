// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources e71d4827f77e7ea1, file f394b7da4db0d4fb.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  var Geo;
  (function(Geo2) {
    Geo2.half = 0.5;
    function area(r) {
      return Geo2.half * Math.pow(r, 2);
    }
    Geo2.area = area;
    var Inner;
    (function(Inner2) {
      Inner2.n = 1;
      Inner2.next = function() {
        return ++Inner2.n;
      };
    })(Inner = Geo2.Inner || (Geo2.Inner = {}));
  })(Geo || (Geo = {}));

  function feature() {
    return Geo.area(2) + Geo.Inner.next();
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
