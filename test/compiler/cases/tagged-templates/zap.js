// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 6206d5d4bd9b243f, file 2a3999f1d63d8793.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // What lowered syntax calls, by the names that TypeScript gives it. Only what is called comes into zap.js.

  /** tag`text ${value}` */
  function __makeTemplateObject(cooked, raw) {
    Object.defineProperty(cooked, "raw", { value: raw });
    return cooked;
  }

  // feature.ts
  function feature() {
    var tag = function(texts) {
      var values = [];
      for (var _i = 1; _i < arguments.length; _i++) {
        values[_i - 1] = arguments[_i];
      }
      return texts.join("|") + texts.raw.join("|") + values.join();
    };
    return tag(templateObject_1 || (templateObject_1 = __makeTemplateObject(["a\n", "b", ""], ["a\\n", "b", ""])), 1, 2);
  }
  var templateObject_1;

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
