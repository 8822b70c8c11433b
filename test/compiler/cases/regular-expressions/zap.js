// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    return [
      "2020-01".replace(/(\d+)-(\d+)/, "$2/$1"),
      /\/\/ [/*]/.test("// *"),
      "a,b;c".split(/[,;]/),
      /^[\w.]+$/i.test("A.b")
    ];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
