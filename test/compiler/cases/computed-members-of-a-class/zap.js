// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 3292383c0bae9f12, file 8a2115d87a1bf36e.
// Change the sources and build again: what is changed here is lost.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  var _a;
  var name = "size";

  function Box() {
    this[_a] = 3;
  }
  Box[_a = name, "make1"] = function() {
    return "made";
  };
  Box.prototype["get-" + name] = function() {
    return "got";
  };
  Object.defineProperty(Box.prototype, name + "Twice", {
    get: function() {
      return 6;
    },
    enumerable: false,
    configurable: true
  });
  Box.prototype["quoted-name"] = function() {
    return "quoted";
  };

  function feature() {
    var given, make1, _d, _e;
    var box = new Box();
    var made = (make1 = (given = Box).make1) == null ? undefined : make1.call(given);
    return [box.size, made, (_d = box["get-size"]) == null ? undefined : _d.call(box), box.sizeTwice, (_e = box["quoted-name"]) == null ? undefined : _e.call(box)];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
