// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var seen = [];
    var api = {
      log: function(text) {
        return seen.push(text);
      },
      missing: undefined
    };
    if (api.log != null) {
      api.log("called");
    }
    if (api.missing != null) {
      api.missing("never");
    }
    var none = null;
    if (none != null) {
      none.log("never");
    }
    var empty;
    if (empty == null && (none == null || none.log == null)) {
      api.log("last");
    }
    if (empty == null && api.missing == null) {
      if (none != null) {
        none.log("never");
      }
    }
    return seen;
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
