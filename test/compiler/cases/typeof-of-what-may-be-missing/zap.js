// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var o = { class: 1 };
    return ["undefined", typeof o, typeof o.class, o.class, o == null ? undefined : o.class];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
