// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint loopfunc: true */
'use strict';

var Zap = (function () {
  // feature.ts
  var x = "file";

  function feature() {
    var x_1;
    var seen = [x];
    var later = [];
    {
      var x_2 = 1;
      later.push(function() {
        return x_2;
      });
      {
        x_1 = 2;
        seen.push(x_1);
      }
      seen.push(x_2);
    }
    {
      var x_3 = 3;
      later.push(function() {
        return x_3;
      });
    }
    try {
      throw new Error("caught");
    } catch (x) {
      {
        x_1 = "inner";
        seen.push(x_1);
      }
      seen.push(x.message);
    }
    for (var i = 0, values = [1]; i < values.length; i++) {
      var y = values[i];
      var _loop = function(y) {
        later.push(function() {
          return y;
        });
      };
      for (var j = 0, list = [2, 3]; j < list.length; j++) {
        var y_1 = list[j];
        _loop(y_1);
      }
      seen.push(y);
    }
    var isNaN = function(value) {
      return "own " + value;
    };
    if (seen.length > 0) {
      var parseInt_1 = function(text) {
        return "not " + text;
      };
      seen.push(parseInt_1("7"));
    }
    seen.push(parseInt("7", 10), isNaN(1));
    var f = function g(n) {
      if (n > 0) {
        var g_1 = n;
        return g_1;
      }
      return typeof g;
    };
    switch (seen.length) {
      case 0:
        break;
      default: {
        var seen_1 = "hidden";
        later.push(function() {
          return seen_1;
        });
      }
    }
    return [seen, later.map(function(call) {
      return call();
    }), f(0), f(1)];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
