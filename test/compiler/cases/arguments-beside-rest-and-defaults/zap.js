// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function count(first) {
    if (first === undefined) {
      first = 1;
    }
    var others = Array.prototype.slice.call(arguments, 1);
    return arguments.length + ": " + first + " and " + others.length;
  }

  var apply = function(call) {
    var values = Array.prototype.slice.call(arguments, 1);
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
