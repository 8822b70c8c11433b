// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // triggers/thing.ts
  /* What this file is about. */

  /** How many things are asked for. */
  var LIMIT = 50; // the API's own limit

  /**
   * Asks for the newest things.
   *
   * Twice, if need be.
   */
  function thing_pre_poll(bundle) {
    // The URL stays.
    var request = bundle.request;

    request.params.limit = LIMIT; // all at once
    /* In between. */
    var url = "https://example.com/*not-a-comment*///!~";

    if (url) {
      // Nothing to do.
    }
    return request;
    // After the end.
  }

  return {
    thing_pre_poll: thing_pre_poll
  };
})();
