// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources ca371c72b2dd5ea5, file 2be6fa80946a0a13.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var _a, _b, _c, _d;
    var o = { a: null, b: 2, c: "" };
    if ((_a = o.a) === null || _a === undefined) {
      o.a = 1;
    }
    if ((_b = o.a) === null || _b === undefined) {
      o.a = 5;
    }
    if (o.b) {
      o.b = o.b + 1;
    }
    if (!o.c) {
      o.c = "text";
    }
    ((_c = o.d) !== null && _c !== undefined ? _c : o.d = []).push("x");
    ((_d = o.d) !== null && _d !== undefined ? _d : o.d = []).push("y");
    return o;
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
