// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 33abe560d4798f84, file 6df8c052282b7b76.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // other.ts
  var name = "theirs";

  function show() {
    return name.toUpperCase();
  }

  // feature.ts
  var name2 = "mine";

  function show2() {
    return name2 + " and " + name;
  }

  function feature() {
    var other = "local";
    return [show2(), show(), other, name2];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
