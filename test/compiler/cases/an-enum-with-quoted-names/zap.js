// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 37e2c5e7931d6dbd, file 7f10568c9e38b227.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var Header;
    (function(Header) {
      Header["content-type"] = "a";
      Header.Accept = "b";
    })(Header || (Header = {}));
    return [Header["content-type"], Header.Accept, Header.Accept];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
