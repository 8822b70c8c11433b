// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources f6ebdac040b7c5b1, file 98c08ab4119590f3.
// Change the sources and build again: what is changed here is lost.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // triggers/thing.ts
  var counted = 0;

  function count() {
    return ++counted;
  }

  function thing_poll(bundle) {
    var values;
    var meta = bundle.meta;
    var given = [1, 2], low = given[0], high = given[1];
    values = [high, low];
    low = values[0];
    high = values[1];
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
    if ((low < high) === false) count();
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
    var empty;
    return [{ id: counted, empty: empty, none: void count() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
