// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 176a111d4d39323e, file 3022b265a731d8c5.
// Change the sources and build again: what is changed here is lost.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var x, y, result, given, _e, _g, w, _j, z, _l;
    var none;
    var some = { x: { y: function(n) {
      return n + 1;
    } } };
    return [
      (result = (y = (x = none == null ? undefined : none.x) == null ? undefined : x.y) == null ? undefined : y.call(x, 1)) != null ? result : "none",
      (_e = (given = some == null ? undefined : some.x) == null ? undefined : given.y) == null ? undefined : _e.call(given, 1),
      (w = (_g = some.x == null ? undefined : some.x.z) == null ? undefined : _g.w) != null ? w : "no z",
      (_l = (z = (_j = none == null ? undefined : none.x) == null ? undefined : _j.z) == null ? undefined : z.w.toFixed(1)) != null ? _l : null
    ];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
