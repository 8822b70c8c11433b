// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function Meter() {
    Object.defineProperty(this, "_volts", {
      value: 1,
      writable: true
    });
  }
  /** In volts. */
  Object.defineProperty(Meter.prototype, "volts", {
    get: function() {
      return this._volts;
    },
    /** Only whole ones. */
    set: function(volts) {
      this._volts = Math.round(volts);
    },
    enumerable: false,
    configurable: true
  });

  Meter.reads = 0;
  // One statement needs no function.
  Meter.reads = 1; // set here

  function feature() {
    var sum = 0;
    for (var i = 0; /* the first */ /* all of them */ i < 3; /* one by one */ i++) sum += i;
    for (i = 0; /* up to two */ i < 2; i++) sum += i;
    for (var j = 0, values = /* pairs */ [[1, 2]]; j < values.length; j++) {
      var value = values[j], a = value[0], /* the larger */ b = value[1];
      sum += (a != null ? a : 0) + (b != null ? b : 0);
    }
    for (var key in /* only one */ { a: 1 }) sum += key.length;
    do sum++;
    while (/* not yet */ sum < 20);
    switch (/* surely a number */ sum) {
      case /* never */ 0:
        sum = 1;
    }
    switch (sum) {
      // no case yet
    }
    try {
      throw new Error("a");
    } catch (/* of any kind */ error) {
      sum += error.message.length;
    } finally {
      // always

      // and then
      sum++; // once more
    }
    var meter = new Meter();
    meter.volts = 2.4;
    return [sum, meter.volts, Meter.reads];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
