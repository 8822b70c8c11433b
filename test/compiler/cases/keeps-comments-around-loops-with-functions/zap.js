// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var later = [];
    // Above a loop that counts.
    var _loop = function(i) {
      later.push(function() {
        return i;
      });
    };
    for (var i = 0; i < 2; i++) {
      _loop(i);
    } // Behind it.

    /** Above a loop that waits. */
    var _loop_1 = function() {
      var length = later.length;
      later.push(function() {
        return length;
      });
    };
    while (later.length < 4) {
      _loop_1();
    }

    // Above one with its test at the end.
    var _loop_2 = function() {
      var length = later.length;
      later.push(function() {
        return length;
      });
    };
    do {
      _loop_2();
    } while (later.length < 5); // Behind its test.

    // Above a label.
    var _loop_3 = function(row) {
      later.push(function() {
        return row;
      });
      if (later.length > 6) return "break rows";
    };
    rows: for (var j = 0, values = ["a", "b"]; j < values.length; j++) {
      var row = values[j];
      var _exit = _loop_3(row);
      if (_exit === "break rows") break rows;
    } // Behind the loop with a label.

    // Above a switch.
    var said = function() {
      return "said";
    };
    switch (later.length) {
      case 7:
        later.push(said);
        break;
      case 8:
    } // Behind the switch.
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
