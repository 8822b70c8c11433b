// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var a = 1;
    var o = { toString: function() {
      return "text";
    } };
    return [
      "" + a + a,
      "ab" + a + "c",
      "" + o,
      "two\nlines",
      null + " " + undefined + " " + [1, 2],
      "`${}"
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
