// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // triggers/thing.ts
  /** Asks for the newest. */
  var thing_pre_poll = function(bundle) {
    var request = bundle.request;
    return { url: request.url, params: { sort: "-id" } };
  };

  function thing_post_poll(bundle) {
    var things = z.JSON.parse(bundle.response.content).things;
    return things.map(function(id) {
      return { id: id };
    });
  }

  return {
    thing_pre_poll: thing_pre_poll,
    thing_post_poll: thing_post_poll
  };
})();
