// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // triggers/thing.ts
  function thing_poll(bundle) {
    var things = z.JSON.parse(bundle.request.url);
    return things.filter(function(thing) {
      return thing.name;
    }) // without those that have no name
      // The newest first.
      .reverse()
      /* One of each. */
      .filter(function(thing, index) {
        var id = thing.id;
        return id > index;
      })
      .map(function(thing) {
        return thing;
      });
  }

  return {
    thing_poll: thing_poll
  };
})();
