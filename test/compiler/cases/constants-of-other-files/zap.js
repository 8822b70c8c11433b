// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 3e0f919a4bb5fc8e, file 2b1187e9fbd3319d.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // shared/level.ts
  var Level;
  (function(Level) {
    Level[Level.Low = 0] = "Low";
    Level[Level.High = 1] = "High";
  })(Level || (Level = {}));

  // shared/numbers.ts
  var limit = 100;

  function twice(n) {
    return n * 2;
  }

  // shared/index.ts
  var shared_default = { name: "shared" };

  // feature.ts
  var limit_feature = 5;

  function feature() {
    return [shared_default.name, Level.High, limit, limit_feature, limit, twice(limit_feature)];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
