// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // other.ts
  var name_other = "theirs";

  function show_other() {
    return name_other.toUpperCase();
  }

  // feature.ts
  var name_feature = "mine";

  function show_feature() {
    return name_feature + " and " + name_other;
  }

  function feature() {
    var other = "local";
    return [show_feature(), show_other(), other, name_feature];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
