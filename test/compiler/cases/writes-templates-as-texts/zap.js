// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // triggers/thing.ts
  /** With `+` it would be a number. */
  function Money(cents) {
    this.cents = cents;
  }

  Money.prototype.valueOf = function() {
    return this.cents;
  };

  Money.prototype.toString = function() {
    return (this.cents / 100).toFixed(2) + " EUR";
  };

  function thing_poll(bundle) {
    var meta = bundle.meta;
    var price = new Money(1250);
    var count = (meta.page != null ? meta.page : 0) * 2;
    var word = meta.frontend ? "some" : "all";
    return [{
      id: 1,
      text: String(price),
      more: word + " " + count + ": " + String(price) + " " + [price].length + " " + word.trim() + String(meta)
    }];
  }

  return {
    thing_poll: thing_poll
  };
})();
