// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var seen = [];
    try {
      throw { code: 404, details: ["gone"] };
    } catch (error) {
      var code = error.code, first = error.details[0];
      seen.push(code, first);
    }
    for (var low = 0, high = 3; low < high; low = low + 1, high = high - 1) {
      seen.push(low + "-" + high);
    }
    for (var i = 0, values = [{ name: "a", tags: ["x"] }, {}]; i < values.length; i++) {
      var value = values[i],
          name = value.name === undefined ? "none" : value.name,
          _tags = value.tags === undefined ? [] : value.tags,
          tag = _tags[0] === undefined ? "untagged" : _tags[0];
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
