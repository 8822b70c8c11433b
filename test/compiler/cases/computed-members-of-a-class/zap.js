// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 3292383c0bae9f12, file 47d3051b0f90fff2.
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
  _a = name;
  Box.make1 = function() {
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
    var make1, given, _d;
    var box = new Box();
    var made = (make1 = Box.make1) == null ? undefined : make1.call(Box);
    return [box.size, made, (given = box["get-size"]) == null ? undefined : given.call(box), box.sizeTwice, (_d = box["quoted-name"]) == null ? undefined : _d.call(box)];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
