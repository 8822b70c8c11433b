// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var none, _value, _fixed;
    var some = { x: { y: function(n) {
      return n + 1;
    } } };
    return [
      none == null || none.x == null || none.x.y == null || (_value = none.x.y(1)) == null ? "none" : _value,
      some == null || some.x == null || some.x.y == null ? undefined : some.x.y(1),
      some.x == null || some.x.z == null || some.x.z.w == null ? "no z" : some.x.z.w,
      none == null || none.x == null || none.x.z == null || (_fixed = none.x.z.w.toFixed(1)) == null ?
        null :
        _fixed
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
