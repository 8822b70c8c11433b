// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var name = "outer";
    var seen = [name];
    {
      var name_1 = "inner";
      seen.push(name_1);
      {
        var name_2 = "innermost";
        seen.push(name_2);
      }
      seen.push(name_1);
    }
    return seen.concat(name);
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
