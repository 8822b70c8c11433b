// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  var Size = {};
  // sorted

  // by use
  Size.Small = "s".length; // the default
  Size[Size.Small] = "Small";
  /** Rarely. */
  Size.Large = 2;
  Size[2] = "Large";
  /* never */ Size.Huge = 3;
  // no more
  Size[3] = "Huge";

  /** Ever larger. */
  Size.Giant = 9;
  Size[9] = "Giant";
  Size.Endless = 10; // from now on
  Size[10] = "Endless";

  /* and in one line */ Size.Last = 11; // at last
  Size[11] = "Last";

  var Limits = {};
  (function(Limits) {
    var _object;
    // per account
    Limits.calls = 5; // a minute

    /** The others. */
    Limits.bytes = 10;
    /* of them */ Limits.free = 4;
    /** Both at once. */
    _object = { low: 1, high: 2 };
    Limits.low = _object.low;
    Limits.high = _object.high; // as asked
    /** For partners. */
    (function(Partner) {
      // all of them
      Partner.Kind = {
        // the first
        Gold: 5,
        5: "Gold"
      };
    })(Limits.Partner || (Limits.Partner = {})); // so far
  })(Limits); // for all

  function feature() {
    var calls = Limits.calls,
        bytes = Limits.bytes,
        free = Limits.free,
        low = Limits.low,
        high = Limits.high,
        Partner = Limits.Partner;
    return [
      Size.Small,
      Size.Large,
      Size.Huge,
      Size.Giant,
      Size.Last,
      calls,
      bytes,
      free,
      low,
      high,
      Partner.Kind.Gold
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
