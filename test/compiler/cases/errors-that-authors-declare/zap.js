// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function Missing(what) {
    this.what = what;
    this.name = "Missing";
  }
  Object.defineProperty(Missing.prototype, "message", {
    get: function() {
      return "There is no " + this.what + ".";
    },
    enumerable: false,
    configurable: true
  });

  function find(what) {
    if (what !== "key") throw new Missing(what);
    return what;
  }

  function feature() {
    try {
      return [find("key"), find("door")];
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      var what = error.what, message = error.message;
      return { what: what, message: message };
    }
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
