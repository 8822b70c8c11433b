// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    var _Made, _note;
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
    if ((note("first"), a) == null) {
      note("never");
    }
    var text = "" + (note("in a text"), 5);
    var made = (_Made = function Made(n) {
      this.n = n;
    }, new _Made(7)).n;
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
    var found = (_note = log.length > 3 ? note : undefined) == null ? undefined : _note("called");
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
