// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 5e8fd1f65c68fb50, file ee98d704854cabab.
// Change the sources and build again: what is changed here is lost.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var given, _b;
    var log = [];
    var note = function(value) {
      log.push(value);
      return value;
    };
    var a;
    var both = function(left, right) {
      if (left && right) {
        note("both");
      }
      if (!left && !right) {
        note("neither");
      }
      if (left) {
        note("left");
      } else {
        if (right) {
          note("right");
        }
      }
      if (left && right) {
        note("again");
      }
    };
    both(1, 0);
    both(0, 1);
    both(0, 0);
    both(1, 1);
    if ((a = 0) && note("no")) {
      note("never");
    }
    if ((a = 1) && note("set")) {
      note(a);
    }
    if ((given = (note("first"), a)) == null) {
      note("never");
    }
    var text = "" + ((note("in a text"), 5));
    var made = new ((function() {
      function Made(n) {
        this.n = n;
      }
      return Made;
    })())(7).n;
    note("void");
    if (text) {
      if (a === 1) {
        note("in a branch");
      }
    } else note("never");
    for (var i = 0; i < 2; i++) {
      if (i) {
        note(i);
      }
    }
    var found = (_b = log.length > 3 ? note : undefined) == null ? undefined : _b("called");
    var power = Math.pow(-2, Math.pow(2, 1));
    return [log, text, made, found, power, (5).toString(), "function"];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
