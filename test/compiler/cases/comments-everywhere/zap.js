// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var a = /* one */ 1; // trailing
    var list = [
      1, // first
      // second
      2
    ];
    switch (a) {
      // before
      case 1:
        // on the case
        break; // over
      default:
        // nothing
    }
    if (a) {
      /* empty */
    } else {
      return 0; /* never */
    }
    return list.map(function(n) {
      return /* inline */ n + a;
    }); // the end
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
