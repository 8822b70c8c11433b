// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources b53910cd77186ddf, file 87ea019268db3b9c.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var last, first;
    var later = [];
    var keep = function(call) {
      later.push(call);
      return true;
    };
    var _loop_1 = function(i) {
      if (!(keep(function() {
        return i;
      }) && i < 3)) {
        return "break";
      }
      later.push(function() {
        return i * 10;
      });
    };
    for (var i = 0; ; i++) {
      var state_1 = _loop_1(i);
      if (state_1 === "break") break;
    }
    var _loop_2 = function(i) {
      if (inc_2) {
        later.push(function() {
          return i;
        });
        i++;
      } else {
        inc_2 = true;
      }
      if ((i < 2) === false) {
        out_i_1 = i;
        return "break";
      }
      if (i === 1) {
        out_i_1 = i;
        return "continue";
      }
      out_i_1 = i;
    };
    var out_i_1;
    var inc_2 = false;
    for (i = 0; ; ) {
      var state_2 = _loop_2(i);
      i = out_i_1;
      if (state_2 === "break") break;
    }
    var _loop_3 = function(i, first) {
      later.push(first);
      out_i_2 = i;
      out_first_1 = first;
    };
    var out_i_2, out_first_1;
    var _init_1 = function() {
      var i = 0, first = function() {
        return i;
      };
      out_i_2 = i;
      out_first_1 = first;
    };
    _init_1();
    for (i = out_i_2, first = out_first_1; i < 2; i++) {
      _loop_3(i, first);
      i = out_i_2;
      first = out_first_1;
    }
    var _loop_4 = function(i) {
      var _loop_5 = function(j) {
        later.push(function() {
          return i + j;
        });
        if (j === 1) return "continue-rows";
        if (j === 2) return "break-rows";
      };
      for (var k = 0, values = [i, i + 1]; k < values.length; k++) {
        var j = values[k];
        var state_3 = _loop_5(j);
        switch (state_3) {
          case "break-rows":
            return state_3;
          case "continue-rows":
            return state_3;
        }
      }
    };
    rows: for (i = 0; i < 3; i++) {
      var state_4 = _loop_4(i);
      switch (state_4) {
        case "break-rows":
          break rows;
        case "continue-rows":
          continue rows;
      }
    }
    var n = 0;
    var _loop_6 = function() {
      var step = n++;
      if (step === 1) return "continue";
      switch (step) {
        case 0:
          later.push(function() {
            return step;
          });
          break;
        default:
          later.push(function() {
            return -step;
          });
      }
    };
    while (n < 3) {
      _loop_6();
    }
    var _loop_7 = function(name) {
      last = name;
      later.push(function() {
        return name.length + last.length;
      });
    };
    for (var name in { a: 1, b: 2 }) {
      _loop_7(name);
    }
    return later.map(function(call) {
      return call();
    });
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
