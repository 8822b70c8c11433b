// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  // A static field comes behind the methods, with a blank line above.
  function Counter() {}

  Counter.prototype.more = function() {
    return Counter.none;
  };

  Counter.all = 3;
  Counter.none = 0;

  function Meter() {}

  Meter.prototype.read = function() {
    return Meter.reads;
  };

  /** How often it was read. */
  Meter.reads = 0;

  Meter.last = 4;

  // Where it was written behind the last method, it stays as it was.
  function Gauge() {}
  Gauge.prototype.read = function() {
    return Gauge.unit;
  };
  Gauge.unit = "bar";

  // Without a method there is no other line.
  function Scale(weight) {
    this.weight = weight;
  }
  Scale.unit = "kg";

  function Typed() {}
  Typed.prototype.read = function() {
    return Typed.unit;
  };

  function feature() {
    return [
      Counter.all,
      new Counter().more(),
      new Meter().read(),
      Meter.last,
      new Gauge().read(),
      Scale.unit,
      new Scale(1).weight,
      new Typed().read()
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
