// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources d69b69444c7724e3, file 79faf42f4df0c192.
// Change the sources and build again: what is changed here is lost.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // triggers/thing.ts
  function thing_poll(bundle) {
    var id, last, seen;
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
      var item = values[j];
      id = item[0];
      var title = item[1];
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
