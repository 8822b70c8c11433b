// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var _value, _value_1, _value_2, _value_3, _key;
    var calls = 0;
    var list = [{ n: 1, text: "", power: 2 }];
    var at = function(index) {
      calls++;
      return list[index];
    };
    at(0).n += 2;
    if (!(_value = at(0)).text) {
      _value.text = "filled";
    }
    if ((_value_1 = at(0)).text) {
      _value_1.text = "kept";
    }
    (_value_2 = at(0)).power = Math.pow(_value_2.power, 3);
    var keys = ["n"];
    var next = 0;
    if ((_value_3 = at(0))[_key = keys[next++]] == null) {
      _value_3[_key] = 9;
    }
    return [list, calls, next];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
