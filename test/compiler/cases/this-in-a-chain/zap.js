// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources a49e4f800af9bf06, file 9ad4572884c1167f.
// Change the sources and build again: what is changed here is lost.
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
    var inner, given, _e, _h, count;
    var counter = new Counter(1);
    if (counter.inner != null) {
      counter.inner.add(2).add(3);
    }
    if ((inner = counter.inner == null ? undefined : counter.inner.inner) != null) {
      inner.add(9);
    }
    if ((_e = (given = counter.inner) == null ? undefined : given.add) != null) {
      _e.call(given, 1);
    }
    return [counter.count, counter.inner == null ? undefined : counter.inner.count, (count = (_h = counter.inner == null ? undefined : counter.inner.inner) == null ? undefined : _h.count) != null ? count : "none"];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
