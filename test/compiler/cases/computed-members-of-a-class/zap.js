// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 3292383c0bae9f12, file 60d0c11ed10e3079.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  var _a;
  var name = "size";

  var Box = (function() {
    function Box2() {
      this[_a] = 3;
    }
    Box2[_a = name, "make1"] = function() {
      return "made";
    };
    Box2.prototype["get-" + name] = function() {
      return "got";
    };
    Object.defineProperty(Box2.prototype, name + "Twice", {
      get: function() {
        return 6;
      },
      enumerable: false,
      configurable: true
    });
    Box2.prototype["quoted-name"] = function() {
      return "quoted";
    };
    return Box2;
  })();

  function feature() {
    var _b, _c, _d, _e;
    var box = new Box();
    var made = (_c = (_b = Box).make1) === null || _c === undefined ? undefined : _c.call(_b);
    return [box.size, made, (_d = box["get-size"]) === null || _d === undefined ? undefined : _d.call(box), box.sizeTwice, (_e = box["quoted-name"]) === null || _e === undefined ? undefined : _e.call(box)];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
