// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    function Point(x, y) {
      if (y === undefined) {
        y = 0;
      }
      this.x = x;
      this.y = y;
    }
    Point.prototype.toString = function() {
      return this.x + "/" + this.y;
    };
    function Named() {}
    Named.prototype.again = function() {
      return new Named();
    };
    return [String(new Point(1)), "" + new Point(2, 3), new Named().again() instanceof Named];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
