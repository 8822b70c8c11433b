// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 71a1bfa8ca9a61a8, file 5b296246734f4d35.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var cells = [];
    var _loop_1 = function(row) {
      var _loop_2 = function(column) {
        if (column > row) return "continue-rows";
        if (row === 3 && column === 2) return "break-rows";
        cells.push(function() {
          return "" + row + column;
        });
      };
      for (var column = 0; column < 3; column++) {
        var state_1 = _loop_2(column);
        switch (state_1) {
          case "break-rows":
            return state_1;
          case "continue-rows":
            return state_1;
        }
      }
      cells.push(function() {
        return "end " + row;
      });
    };
    rows: for (var i = 0, values = [1, 2, 3]; i < values.length; i++) {
      var row = values[i];
      var state_2 = _loop_1(row);
      switch (state_2) {
        case "break-rows":
          break rows;
        case "continue-rows":
          continue rows;
      }
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
