// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  var Geo = {};
  (function(Geo) {
    Geo.half = 0.5;
    function area(r) {
      return Geo.half * Math.pow(r, 2);
    }
    Geo.area = area;
    (function(Inner) {
      Inner.n = 1;
      Inner.next = function() {
        return ++Inner.n;
      };
    })(Geo.Inner || (Geo.Inner = {}));
  })(Geo);

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
