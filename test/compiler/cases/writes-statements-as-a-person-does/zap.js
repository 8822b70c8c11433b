// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint -W018, eqnull: true */
'use strict';

var Zap = (function () {
  // triggers/thing.ts
  var counted = 0;

  function count() {
    return ++counted;
  }

  function thing_poll(bundle) {
    var _low;
    var meta = bundle.meta;
    var low = 1, high = 2;
    _low = low;
    low = high;
    high = _low;
    if (low > 1) {
      count();
    }
    if (low !== 1) {
      count();
    }
    if (!meta.frontend) {
      count();
    }
    if (meta.frontend) {
      count();
    } else {
      low++;
      high++;
    }
    count();
    count();
    count();
    if (!(low < high)) count();
    if (low !== high) count();
    var node = { next: {} };
    while ((node = node == null ? undefined : node.next)) count();
    switch (counted) {
      case 1:
        count();
        /* falls through */
      case 2:
        count(); /* falls through */
      case 3: {
        count();
      }
        /* falls through */
      default:
        count();
    }
    for (;;) {
      if (count() > 20) break;
    }
    var empty;
    return [{ id: counted, empty: empty, none: void count() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
