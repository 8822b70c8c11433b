// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    function Counter() {
      this.n = 0;
    }
    Counter.prototype.add = function(list) {
      var _this = this;
      list.forEach(function(x) {
        _this.n += x;
      });
      return this;
    };
    return new Counter().add([1, 2]).add([3]).n;
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
