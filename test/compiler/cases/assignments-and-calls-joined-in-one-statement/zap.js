// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint -W018 */
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var seen = [];
    var log = function(text) {
      seen.push(text);
      return text;
    };
    var x = 0, y = 0;
    x = 1;
    y = 2;
    log("a");
    log("b");
    log("c");
    log("d");
    log("e");
    if (!(x > 0)) {
      log("never");
    }
    if (x) {
      log("f");
    } else {
      log("never");
    }
    if (x === 1) {
      log("g");
    }
    if (x === 1) {
      log("h");
    }
    if (!x || !y) {
      log("never");
    }
    if (!(x && y)) {
      log("never");
    }
    if (log("i"), x) {
      log("j");
    }
    return [seen, x, y];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
