// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var rows = [1, 2];
    var xml = '<list count="' + rows.length + '">\n' + rows.map(function(row) {
      return "  <row id='" + row + "'>\t\\" + (row > 1 ? "more" : "") + "</row>";
    }).join("\n") + "\n</list>";
    var continued = "one two";
    return [xml, continued, "" + 1 + 2 + "3", "" + rows, "$" + 1 + " ${no}"];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
