// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 33abe560d4798f84, file bb9f2213ce939609.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // other.ts
  var name = "theirs";

  function show() {
    return name.toUpperCase();
  }

  // feature.ts
  var name_feature = "mine";

  function show_feature() {
    return name_feature + " and " + name;
  }

  function feature() {
    var other = "local";
    return [show_feature(), show(), other, name_feature];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
