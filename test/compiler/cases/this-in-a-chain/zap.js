// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function Counter(depth) {
    this.count = 0;
    if (depth > 0) this.inner = new Counter(depth - 1);
  }
  Counter.prototype.add = function(by) {
    this.count += by;
    return this;
  };

  function feature() {
    var counter = new Counter(1);
    if (counter.inner != null) {
      counter.inner.add(2).add(3);
    }
    if (counter.inner != null && counter.inner.inner != null) {
      counter.inner.inner.add(9);
    }
    if (counter.inner != null && counter.inner.add != null) {
      counter.inner.add(1);
    }
    return [
      counter.count,
      counter.inner == null ? undefined : counter.inner.count,
      counter.inner == null || counter.inner.inner == null || counter.inner.inner.count == null ?
        "none" :
        counter.inner.inner.count
    ];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
