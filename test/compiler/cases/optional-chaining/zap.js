// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 176a111d4d39323e, file f38d64b69d6b137d.
// Change the sources and build again: what is changed here is lost.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var _a, _b, _c, _d, _e, _g, _h, _j, _k, _l;
    var none;
    var some = { x: { y: function(n) {
      return n + 1;
    } } };
    return [
      (_c = (_b = (_a = none == null ? undefined : none.x) == null ? undefined : _a.y) == null ? undefined : _b.call(_a, 1)) != null ? _c : "none",
      (_e = (_d = some == null ? undefined : some.x) == null ? undefined : _d.y) == null ? undefined : _e.call(_d, 1),
      (_h = (_g = some.x == null ? undefined : some.x.z) == null ? undefined : _g.w) != null ? _h : "no z",
      (_l = (_k = (_j = none == null ? undefined : none.x) == null ? undefined : _j.z) == null ? undefined : _k.w.toFixed(1)) != null ? _l : null
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
