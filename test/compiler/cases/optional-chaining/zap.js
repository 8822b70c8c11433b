// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 176a111d4d39323e, file d5137362424f3fd6.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var _a, _b, _c, _d, _e, _f, _g, _h, _j, _k, _l;
    var none;
    var some = { x: { y: function(n) {
      return n + 1;
    } } };
    return [
      (_c = (_b = (_a = none === null || none === undefined ? undefined : none.x) === null || _a === undefined ? undefined : _a.y) === null || _b === undefined ? undefined : _b.call(_a, 1)) !== null && _c !== undefined ? _c : "none",
      (_e = (_d = some === null || some === undefined ? undefined : some.x) === null || _d === undefined ? undefined : _d.y) === null || _e === undefined ? undefined : _e.call(_d, 1),
      (_h = (_g = (_f = some.x) === null || _f === undefined ? undefined : _f.z) === null || _g === undefined ? undefined : _g.w) !== null && _h !== undefined ? _h : "no z",
      (_l = (_k = (_j = none === null || none === undefined ? undefined : none.x) === null || _j === undefined ? undefined : _j.z) === null || _k === undefined ? undefined : _k.w.toFixed(1)) !== null && _l !== undefined ? _l : null
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
