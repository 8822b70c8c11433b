// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var cells = [];
    var _loop = function(row) {
      var _loop_1 = function(column) {
        if (column > row) return "continue rows";
        if (row === 3 && column === 2) return "break rows";
        cells.push(function() {
          return "" + row + column;
        });
      };
      for (var column = 0; column < 3; column++) {
        var _exit_1 = _loop_1(column);
        if (_exit_1 === "break rows") return _exit_1;
        if (_exit_1 === "continue rows") return _exit_1;
      }
      cells.push(function() {
        return "end " + row;
      });
    };
    rows: for (var i = 0, values = [1, 2, 3]; i < values.length; i++) {
      var row = values[i];
      var _exit = _loop(row);
      if (_exit === "break rows") break rows;
      if (_exit === "continue rows") continue rows;
    }
    return cells.map(function(cell) {
      return cell();
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
