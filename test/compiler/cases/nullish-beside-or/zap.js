// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources d285af411654fede, file ca9a6b4a3d2e52e9.
// Change the sources and build again: what is changed here is lost.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var values = [0, "", false, null, undefined, "x"];
    return values.map(function(value) {
      return [value != null ? value : "d", value || "d"];
    });
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
