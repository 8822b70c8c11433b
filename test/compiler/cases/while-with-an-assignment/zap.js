// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var words = /\w+/g;
    var seen = [];
    var match;
    while ((match = words.exec("one two"))) seen.push(match[0]);
    var node = { next: { next: undefined } };
    var depth = 0;
    do {
      depth++;
    } while ((node = node == null ? undefined : node.next));
    return [seen, depth];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
