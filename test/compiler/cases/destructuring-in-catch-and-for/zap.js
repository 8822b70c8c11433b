// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources c65054be5715608d, file 9458f4c1a1326168.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var values;
    var seen = [];
    try {
      throw { code: 404, details: ["gone"] };
    } catch (error) {
      var code = error.code, first = error.details[0];
      seen.push(code, first);
    }
    for (var given = [0, 3], low = given[0], high = given[1]; low < high; values = [low + 1, high - 1], low = values[0], high = values[1]) {
      seen.push(low + "-" + high);
    }
    for (var i = 0, list = [{ name: "a", tags: ["x"] }, {}]; i < list.length; i++) {
      var item = list[i],
          name = item.name === undefined ? "none" : item.name,
          _h = item.tags === undefined ? [] : item.tags,
          tag = _h[0] === undefined ? "untagged" : _h[0];
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
