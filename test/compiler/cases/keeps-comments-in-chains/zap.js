// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 73fa7723dbe90bc5, file 0b3d9186aa404bcf.
// Change the sources and build again: what is changed here is lost.
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
      .filter(function(item, index) {
        var id = item.id;
        return id > index;
      }).map(function(thing) {
        return thing;
      });
  }

  return {
    thing_poll: thing_poll
  };
})();
