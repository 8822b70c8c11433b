// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources a8e664c3b9d4737f, file 20b1c1396a099f41.
// Change the sources and build again: what is changed here is lost.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var result;
    var given;
    var _c, _d, _e, _f;
    var calls = 0;
    var list = [{ n: 1, text: "", power: 2 }];
    var at = function(index) {
      calls++;
      return list[index];
    };
    at(0).n += 2;
    if (!(_c = at(0)).text) {
      _c.text = "filled";
    }
    if ((_d = at(0)).text) {
      _d.text = "kept";
    }
    (result = at(0)).power = Math.pow(result.power, 3);
    var keys = ["n"];
    var next = 0;
    if ((given = (_e = at(0))[_f = keys[next++]]) == null) {
      _e[_f] = 9;
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
