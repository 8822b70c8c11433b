// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources c65054be5715608d, file ac54468ddb950c19.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var _a;
    var seen = [];
    try {
      throw { code: 404, details: ["gone"] };
    } catch (_b) {
      var code = _b.code, first = _b.details[0];
      seen.push(code, first);
    }
    for (var _c = [0, 3], low = _c[0], high = _c[1]; low < high; _a = [low + 1, high - 1], low = _a[0], high = _a[1]) {
      seen.push(low + "-" + high);
    }
    for (var _i = 0, _d = [{ name: "a", tags: ["x"] }, {}]; _i < _d.length; _i++) {
      var _e = _d[_i], name = _e.name === undefined ? "none" : _e.name, _h = _e.tags === undefined ? [] : _e.tags, tag = _h[0] === undefined ? "untagged" : _h[0];
      seen.push(name + tag);
    }
    return seen;
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
