// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 557515bdf57d3af0, file b9a9a92c89019a80.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // What lowered syntax calls, by the names that TypeScript gives it. Only what is called comes into zap.js.

  /** [...list, item] */
  function __spreadArray(to, from) {
    if (typeof from.length !== "number") {
      throw new TypeError("Only a list can be spread in ES5.");
    }
    return to.concat(Array.prototype.slice.call(from));
  }

  // feature.ts
  function Path() {
    var parts = [];
    for (var i = 0; i < arguments.length; i++) {
      parts[i] = arguments[i];
    }
    this.parts = parts;
  }
  Path.prototype.join = function(separator) {
    var more = [];
    for (var _i = 1; _i < arguments.length; _i++) {
      more[_i - 1] = arguments[_i];
    }
    return __spreadArray(__spreadArray([], this.parts), more).join(separator);
  };

  function feature() {
    var given;
    var parts = ["a", "b"];
    var path = new (Path.bind.apply(Path, __spreadArray(__spreadArray([undefined, "root"], parts), parts)))();
    var joining = { with: path };
    return [path.join.apply(path, __spreadArray(__spreadArray(["/"], parts), ["end"])), (given = joining.with).join.apply(given, ["-", "x"]), __spreadArray(__spreadArray([], "ab".split("")), [])];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
