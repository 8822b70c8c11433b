// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function isNamed(value) {
    return typeof value === "object" && value !== null && "name" in value;
  }

  function assertText(value) {
    if (typeof value !== "string") throw new TypeError("no text");
  }

  function feature() {
    var pair = [1, 2];
    var found = { name: "a" };
    var text = "text";
    assertText(text);
    var later;
    later = pair[0];
    return [isNamed(found) ? found.name : "none", text.length, later, typeof nowhere];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
