// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint -W018 */
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var i, first, last, _isLater;
    var later = [];
    var keep = function(call) {
      later.push(call);
      return true;
    };
    var _loop = function(i) {
      if (!keep(function() {
        return i;
      }) || !(i < 3)) {
        return "break";
      }
      later.push(function() {
        return i * 10;
      });
    };
    for (i = 0; ; i++) {
      var _exit = _loop(i);
      if (_exit === "break") break;
    }
    var _loop_1 = function(i_1) {
      if (_isLater) {
        later.push(function() {
          return i_1;
        });
        i_1++;
      } else {
        _isLater = true;
      }
      if (!(i_1 < 2)) {
        return "break";
      }
      if (i_1 === 1) {
        i = i_1;
        return;
      }
      i = i_1;
    };
    _isLater = false;
    for (i = 0; ; ) {
      var _exit_1 = _loop_1(i);
      if (_exit_1 === "break") break;
    }
    var _loop_2 = function(i, first) {
      later.push(first);
    };
    (function() {
      var i_1 = 0, first_1 = function() {
        return i_1;
      };
      i = i_1;
      first = first_1;
    })();
    for (; i < 2; i++) {
      _loop_2(i, first);
    }
    var _loop_3 = function(i) {
      var _loop_6 = function(j) {
        later.push(function() {
          return i + j;
        });
        if (j === 1) return "continue rows";
        if (j === 2) return "break rows";
      };
      for (var k = 0, values = [i, i + 1]; k < values.length; k++) {
        var j = values[k];
        var _exit_3 = _loop_6(j);
        if (_exit_3 === "break rows") return _exit_3;
        if (_exit_3 === "continue rows") return _exit_3;
      }
    };
    rows: for (i = 0; i < 3; i++) {
      var _exit_2 = _loop_3(i);
      if (_exit_2 === "break rows") break rows;
      if (_exit_2 === "continue rows") continue rows;
    }
    var n = 0;
    var _loop_4 = function() {
      var step = n++;
      if (step === 1) return;
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
      _loop_4();
    }
    var _loop_5 = function(name) {
      last = name;
      later.push(function() {
        return name.length + last.length;
      });
    };
    for (var name in { a: 1, b: 2 }) {
      _loop_5(name);
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
