// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var o = { a: null, b: 2, c: "" };
    if (o.a == null) {
      o.a = 1;
    }
    if (o.a == null) {
      o.a = 5;
    }
    if (o.b) {
      o.b = o.b + 1;
    }
    if (!o.c) {
      o.c = "text";
    }
    (o.d != null ? o.d : o.d = []).push("x");
    (o.d != null ? o.d : o.d = []).push("y");
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
