// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // triggers/thing.ts
  function thing_poll(bundle) {
    var id, last, seen, title;
    var meta = bundle.meta;
    var things = [];
    for (var i = 0; i < 2; i++) {
      id = i * 10;
      things.push({ id: id });
    }
    for (i = 2; i < 4; i++) {
      id = i * 100;
      things.push({ id: id });
    }
    for (var j = 0, values = [[5, "five"]]; j < values.length; j++) {
      var value = values[j];
      id = value[0];
      title = value[1];
      things.push({ id: id, title: title });
    }
    if (meta.frontend) {
      last = things.pop();
      things.push({ id: 6, last: last });
    } else {
      last = things.length;
      things.push({ id: 7, last: last });
    }
    for (var round = 0; round < 2; round++) {
      seen = undefined;
      if (round === 0) seen = round;
      things.push({ id: seen != null ? seen : "none" });
    }
    return things.filter(function(thing) {
      var text, m;
      for (var i = 0, n = 3; i < n; i++) text = "" + thing.id + i;
      for (i = 0, m = 4; i < m; i++) text = "" + text + i;
      return text;
    });
  }

  return {
    thing_poll: thing_poll
  };
})();
