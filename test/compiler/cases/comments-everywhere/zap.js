// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 3c87a59d6e8604c1, file 91f8b752f399bde2.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var a = (
      /* one */ 1
    ); // trailing
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
      /* inline */
      return n + a;
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
