// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // colours.json
  var colours_default = ["red", "blue"];

  // words/index.ts
  function loud(word) {
    return word.toUpperCase() + "!";
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return colours_default.map(function(colour) {
      return { id: loud(colour) };
    });
  }

  return {
    thing_poll: thing_poll
  };
})();
