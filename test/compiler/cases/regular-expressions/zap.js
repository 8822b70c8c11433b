// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources ce42043bc7a0db51, file 952b4078b56579f7.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    return [
      "2020-01".replace(/(\d+)-(\d+)/, "$2/$1"),
      /\/\/ [/*]/.test("// *"),
      "a,b;c".split(/[,;]/),
      /^[\w.]+$/i.test("A.b")
    ];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
