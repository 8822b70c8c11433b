// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  var _key;
  var name = "size";

  function Box() {
    this[_key] = 3;
  }
  _key = name;
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
    var _make1, _value, _value_1;
    var box = new Box();
    var made = (_make1 = Box.make1) == null ? undefined : _make1.call(Box);
    return [
      box.size,
      made,
      (_value = box["get-size"]) == null ? undefined : _value.call(box),
      box.sizeTwice,
      (_value_1 = box["quoted-name"]) == null ? undefined : _value_1.call(box)
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
