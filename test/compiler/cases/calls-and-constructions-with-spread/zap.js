// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // Helpers for lowered syntax. Only those that are called come into zap.js.

  /** [a, ...list, b] */
  function __concat() {
    var all = [];
    for (var i = 0; i < arguments.length; i++) {
      if (typeof arguments[i].length !== "number") {
        throw new TypeError("Only a list can be spread in ES5.");
      }
      for (var j = 0; j < arguments[i].length; j++) {
        all.push(arguments[i][j]);
      }
    }
    return all;
  }

  // feature.ts
  function Path() {
    var parts = Array.prototype.slice.call(arguments);
    this.parts = parts;
  }
  Path.prototype.join = function(separator) {
    var more = Array.prototype.slice.call(arguments, 1);
    return __concat([], this.parts, more).join(separator);
  };

  function feature() {
    var parts = ["a", "b"];
    var path = new (Path.bind.apply(Path, __concat([undefined, "root"], parts, parts)))();
    var joining = { with: path };
    return [
      path.join.apply(path, __concat(["/"], parts, ["end"])),
      joining.with.join.apply(joining.with, ["-", "x"]),
      __concat([], "ab".split(""), [])
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
