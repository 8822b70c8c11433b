// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // Helpers for lowered syntax. Only those that are called come into zap.js.

  /** tag`text ${value}` */
  function __makeTemplateObject(cooked, raw) {
    Object.defineProperty(cooked, "raw", { value: Object.freeze(raw) });
    return Object.freeze(cooked);
  }

  // feature.ts
  var _texts;
  function feature() {
    var tag = function(texts) {
      var values = Array.prototype.slice.call(arguments, 1);
      return texts.join("|") + texts.raw.join("|") + values.join();
    };
    return tag(_texts || (_texts = __makeTemplateObject(["a\n", "b", ""], ["a\\n", "b", ""])), 1, 2);
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
