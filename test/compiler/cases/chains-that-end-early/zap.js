// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources eb3034e4055fd6b4, file 700780f3e383fcfe.
// Change the sources and build again: what is changed here is lost.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var box, given, _c, _d;
    var calls = [];
    var key = function() {
      calls.push("key");
      return "size";
    };
    var none;
    var some = { box: { size: 3 } };
    if ((box = some == null ? undefined : some.box) != null) {
      delete box.width;
    }
    return [(given = none == null ? undefined : none[key()]) == null ? undefined : given.size, (_c = some == null ? undefined : some.box) == null ? undefined : _c[key()], ((_d = none == null ? undefined : none.box) == null ? undefined : _d.size) === undefined, calls, !(none == null ? undefined : none.box)];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
