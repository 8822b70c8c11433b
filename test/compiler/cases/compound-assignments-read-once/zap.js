// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources a8e664c3b9d4737f, file 7d5b69a32d94d8d2.
// Change the sources and build again: what is changed here is lost.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var result, given, _c, _d, _e, _f;
    var calls = 0;
    var list = [{ n: 1, text: "", power: 2 }];
    var at = function(index) {
      calls++;
      return list[index];
    };
    at(0).n += 2;
    if (!(result = at(0)).text) {
      result.text = "filled";
    }
    if ((given = at(0)).text) {
      given.text = "kept";
    }
    (_c = at(0)).power = Math.pow(_c.power, 3);
    var keys = ["n"];
    var next = 0;
    if ((_f = (_d = at(0))[_e = keys[next++]]) == null) {
      _d[_e] = 9;
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
