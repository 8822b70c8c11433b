// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 18e0357d21de3a98, file 995f3506f68da5ac.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function count(first) {
    if (first === undefined) {
      first = 1;
    }
    var others = [];
    for (var _i = 1; _i < arguments.length; _i++) {
      others[_i - 1] = arguments[_i];
    }
    return arguments.length + ": " + first + " and " + others.length;
  }

  var apply = function(call) {
    var values = [];
    for (var _i = 1; _i < arguments.length; _i++) {
      values[_i - 1] = arguments[_i];
    }
    return call.apply(undefined, values);
  };

  function feature() {
    return [apply(count), apply(count, 5), apply(count, 5, 6, 7), count(undefined, 2)];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
