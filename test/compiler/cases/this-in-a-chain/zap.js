// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources a49e4f800af9bf06, file 8e4ccd6223110501.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  var Counter = (function() {
    function Counter2(depth) {
      this.count = 0;
      if (depth > 0)
        this.inner = new Counter2(depth - 1);
    }
    Counter2.prototype.add = function(by) {
      this.count += by;
      return this;
    };
    return Counter2;
  })();

  function feature() {
    var _a, _b, _c, _d, _e, _f, _g, _h, _j;
    var counter = new Counter(1);
    if ((_a = counter.inner) !== null && _a !== undefined) {
      _a.add(2).add(3);
    }
    if ((_c = (_b = counter.inner) === null || _b === undefined ? undefined : _b.inner) !== null && _c !== undefined) {
      _c.add(9);
    }
    if ((_e = (_d = counter.inner) === null || _d === undefined ? undefined : _d.add) !== null && _e !== undefined) {
      _e.call(_d, 1);
    }
    return [counter.count, (_f = counter.inner) === null || _f === undefined ? undefined : _f.count, (_j = (_h = (_g = counter.inner) === null || _g === undefined ? undefined : _g.inner) === null || _h === undefined ? undefined : _h.count) !== null && _j !== undefined ? _j : "none"];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
