// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var _value;
    var calls = [];
    var key = function() {
      calls.push("key");
      return "size";
    };
    var none;
    var some = { box: { size: 3 } };
    if (some != null && some.box != null) {
      delete some.box.width;
    }
    return [
      none == null || (_value = none[key()]) == null ? undefined : _value.size,
      some == null || some.box == null ? undefined : some.box[key()],
      (none == null || none.box == null ? undefined : none.box.size) === undefined,
      calls,
      !(none != null && none.box)
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
