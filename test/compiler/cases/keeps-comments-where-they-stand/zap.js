// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // Helpers for lowered syntax. Only those that are called come into zap.js.

  /** class A extends B */
  function __extends(derived, base) {
    if (Object.setPrototypeOf) {
      Object.setPrototypeOf(derived, base || Function.prototype);
    } else {
      Object.getOwnPropertyNames(base || {}).forEach(function(key) {
        if (!Object.prototype.hasOwnProperty.call(derived, key)) {
          Object.defineProperty(derived, key, Object.getOwnPropertyDescriptor(base, key));
        }
      });
    }
    derived.prototype = Object.create(base && base.prototype, {
      constructor: { value: derived, writable: true, configurable: true }
    });
  }

  // triggers/thing.ts
  // The licence of this file.

  //~~~~ What there is ~~~~

  /** Of one word. */
  /** Of two. */
  function join(a, b) {
    return a + (b != null ? b : "");
  }

  /** A thing. */
  function Thing() {
    /** Its size. */
    this.size = { width: 1 };
  }

  /** Doubles it. */
  Thing.prototype.twice = function() {
    // Twice.
    return this.size.width * 2;
  };

  function BigThing() {
    // As large as they get.
    Thing.call(this);
  }
  __extends(BigThing, Thing);

  function thing_poll(_) {
    var sum = 0;
    empty();
    //<-- a comment that looks like a mark
    //@1@ another
    //!7 and another
    /// Three strokes.
    //// Section ////
    join("a");
    /* inline */ join("a", "b");
    /*
     * Indented, with

     * a blank line.
     */
    if (sum) {
      // After the brace.
      sum++;
    } else {
      // Only a comment.
    }
    var limits = {
      // Before a property.
      low: 1, // after a property
      /* inline */ high: 2
    };
    var list = [
      1, // one
      // before two
      2
    ];
    switch (sum) {
      // before the case
      case 1:
        // on the case
        break; // after the break
      default:
        // in the default
    }
    for (var i = 0; i < list.length; i++) {
      var n = list[i];
      if (n > limits.low) continue; // large enough

      sum += n; // ZAPC_COMMENT(1);
    }
    return [{ id: join("a", String(sum)), big: new BigThing().twice() }]; // the end
    // After the end.
  }

  function empty() {
    /* nothing */
  }

  return {
    thing_poll: thing_poll
  };
})();
