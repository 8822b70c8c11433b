// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint -W018 */
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var seen = [];
    var n = Number("x");
    if (!(n < 1)) seen.push("not less");
    if (!(n >= 1) && n !== 1) seen.push("not more");
    if (!(n <= 1)) {
      seen.push("or");
    }
    if (!(n > 1)) {
      seen.push("and");
    }
    return [seen, !(n < 1), !(1 < 2) ? "a" : "b", String(!(n > 2)), [!(n <= 2)]];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
