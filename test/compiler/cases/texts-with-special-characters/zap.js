// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    return [
      "é 日本 😀",
      "\u2028",
      "it's",
      "a\tb",
      "// no comment",
      "/* nor this */",
      "ZAPC_COMMENT(1);"
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
