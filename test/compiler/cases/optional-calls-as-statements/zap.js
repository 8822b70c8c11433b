// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 5ce9d8a9d54615e0, file 5d3f36aa28e93069.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var _a, _b;
    var seen = [];
    var api = {
      log: function(text) {
        return seen.push(text);
      },
      missing: undefined
    };
    if ((_a = api.log) !== null && _a !== undefined) {
      _a.call(api, "called");
    }
    if ((_b = api.missing) !== null && _b !== undefined) {
      _b.call(api, "never");
    }
    var none = null;
    if (none !== null && none !== undefined) {
      none.log("never");
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
