// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources a49e4f800af9bf06, file 20d355fed46aa460.
// Change the sources and build again: what is changed here is lost.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function Counter(depth) {
    this.count = 0;
    if (depth > 0)
      this.inner = new Counter(depth - 1);
  }
  Counter.prototype.add = function(by) {
    this.count += by;
    return this;
  };

  function feature() {
    var _c, inner, _e, _h, _j;
    var counter = new Counter(1);
    if (counter.inner != null) {
      counter.inner.add(2).add(3);
    }
    if ((_c = counter.inner == null ? undefined : counter.inner.inner) != null) {
      _c.add(9);
    }
    if ((_e = (inner = counter.inner) == null ? undefined : inner.add) != null) {
      _e.call(inner, 1);
    }
    return [counter.count, counter.inner == null ? undefined : counter.inner.count, (_j = (_h = counter.inner == null ? undefined : counter.inner.inner) == null ? undefined : _h.count) != null ? _j : "none"];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
