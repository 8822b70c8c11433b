// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources adb00241650d7b1b, file 802ae063d629a8bc.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var seen = [];
    var n = Number("x");
    if ((n < 1) === false) seen.push("not less");
    if ((n >= 1) === false && n !== 1) seen.push("not more");
    if ((n <= 1) === false) {
      seen.push("or");
    }
    if ((n > 1) === false) {
      seen.push("and");
    }
    return [seen, (n < 1) === false, (1 < 2) === false ? "a" : "b", String((n > 2) === false), [(n <= 2) === false]];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
