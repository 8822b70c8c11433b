// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // shared/level.ts
  var Level = {
    Low: 0,
    High: 1,
    0: "Low",
    1: "High"
  };

  // shared/numbers.ts
  var limit_numbers = 100;

  function twice(n) {
    return n * 2;
  }

  // shared/index.ts
  var shared_default = { name: "shared" };

  // feature.ts
  var limit_feature = 5;

  function feature() {
    return [shared_default.name, Level.High, limit_numbers, limit_feature, limit_numbers, twice(limit_feature)];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
