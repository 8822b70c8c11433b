// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources ae6a734b70f5fc62, file c64dda5ea3bfcfd4.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  /** Adds, and scales what comes of it. */
  function add(a, b, options) {
    var given = options === undefined ? {} : options, scale = given.scale === undefined ? 2 : given.scale;
    // the first number
    /* the second number */
    // how
    /* unless said */
    /* number */
    /* number, too */
    return (a + b) * scale;
  }

  function Sum() {
    var parts = [];
    for (var i = 0; i < arguments.length; i++) {
      parts[i] = arguments[i];
    }
    /* numbers */
    this.parts = parts;
  }

  Sum.prototype.total = function(start, options) {
    if (start === undefined) {
      start = 0;
    }
    var given = options === undefined ? {} : options, times = given.times === undefined ? 1 : given.times;
    /* mostly 0 */
    var total = start;
    for (var i = 0, parts = this.parts; i < parts.length; i++) {
      var part = parts[i];
      /* in their order */
      total += part;
    }
    return total * times;
  };

  function feature() {
    /* may be missing */
    var _a = { first: undefined, second: 2 }, first = _a.first, second = _a.second;
    var given = function() {
      /* nothing */
      return [3, 4];
    };
    // Each is shifted,
    // as it is called,
    var shifted = given().map(function(n) {
      return n + second;
    });
    // where there are options
    var missing = true ? undefined : (undefined).scale;
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
