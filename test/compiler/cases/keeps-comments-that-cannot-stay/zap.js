// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  /** Adds, and scales what comes of it. */
  function add(
    a, // the first number
    /* the second number */ b,
    // how
    options
  ) {
    if (options === undefined) {
      options = {};
    }
    var scale = options.scale === undefined ? 2 : options.scale; /* unless said */
    return /* number, too */ (a + /* number */ b) * scale;
  }

  function Sum() {
    /* numbers */ var parts = Array.prototype.slice.call(arguments);
    this.parts = parts;
  }

  Sum.prototype.total = function(start, options) {
    if (start === undefined) {
      start = /* mostly 0 */ 0;
    }
    if (options === undefined) {
      options = {};
    }
    var times = options.times === undefined ? 1 : options.times;
    var total = start;
    for (var i = 0, parts = this.parts; i < parts.length; i++) {
      var part = parts[i];
      /* in their order */
      total += part;
    }
    return total * times;
  };

  function feature() {
    var _object = { first: undefined, second: 2 },
        first = _object.first /* may be missing */,
        second = _object.second;
    var given = function(/* nothing */) {
      return [3, 4];
    };
    // Each is shifted,
    var shifted =
      // as it is called,
      given().map(function(n) {
        return n + second;
      });
    // where there are options
    var missing;
    var list = [];
    if (missing) {
      list.push("missing");
    } else if (
      // which stays where it is
      first
    ) {
      // otherwise
      list.push("first");
    } else {
      /* in all other cases */
      list.push("none");
    }
    try {
      list.push(String(add(1, 2)));
    } catch (error) {
      // whatever it was
      list.push("caught");
    } finally {
      // in any case
      list.push("finally");
    }
    return { shifted: shifted, list: list, total: new Sum(1, 2).total() };
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
