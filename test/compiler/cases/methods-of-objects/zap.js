// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 7ecaecd5a26ddda2, file 6e7c50a1b8948971.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var given;
    var size = "size";
    var box = (given = {
      width: 2,
      1: "one",
      "quoted name": true,
      area: function(height) {
        if (height === undefined) {
          height = 2;
        }
        return this.width * height;
      }
    }, given[size + "Of"] = function(list) {
      return list.length;
    }, Object.defineProperty(given, "half", {
      get: function() {
        return this.width / 2;
      },
      enumerable: true,
      configurable: true
    }), given);
    var sizeOf = box.sizeOf;
    return [box.area(), box.area(5), box.half, sizeOf([1, 2]), box[1], box["quoted name"]];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
