// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources eb3034e4055fd6b4, file 36df9b68889f0f1f.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var _a, _b, _c, _d;
    var calls = [];
    var key = function() {
      calls.push("key");
      return "size";
    };
    var none;
    var some = { box: { size: 3 } };
    if ((_a = some === null || some === undefined ? undefined : some.box) !== null && _a !== undefined) {
      delete _a.width;
    }
    return [(_b = none === null || none === undefined ? undefined : none[key()]) === null || _b === undefined ? undefined : _b.size, (_c = some === null || some === undefined ? undefined : some.box) === null || _c === undefined ? undefined : _c[key()], ((_d = none === null || none === undefined ? undefined : none.box) === null || _d === undefined ? undefined : _d.size) === undefined, calls, !(none === null || none === undefined ? undefined : none.box)];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
