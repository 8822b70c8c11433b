// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var calls = 0;
    var o = {
      get now() {
        return ++calls;
      },
      set now(v) {
        calls = v;
      },
      plain: function() {
        return this.now;
      }
    };
    o.now = 5;
    return [o.now, o.plain(), Object.keys(o)];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
