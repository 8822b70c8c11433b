// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // Helpers for lowered syntax. Only those that are called come into zap.js.

  /** [a, ...list, b] */
  function __concat() {
    var all = [];
    for (var i = 0; i < arguments.length; i++) {
      if (typeof arguments[i].length !== "number") {
        throw new TypeError("Only a list can be spread in ES5.");
      }
      for (var j = 0; j < arguments[i].length; j++) {
        all.push(arguments[i][j]);
      }
    }
    return all;
  }

  // feature.ts
  function Page(
    list,
    size // at most
  ) {
    if (size === undefined) {
      size = 2;
    }
    this.list = list;
    this.size = size;
  }

  Page.prototype.first = function() {
    return this.list.slice(0, this.size);
  };

  function joined(first) {
    var others = Array.prototype.slice.call(arguments, 1); // in order
    return __concat([first], others).join();
  }

  function withoutFirst(first) {
    var _rest = Array.prototype.slice.call(arguments, 1); // two more
    var second = _rest[0], third = _rest[1];
    return [second, third, first].join();
  }

  function repeated(
    text, // by itself
    count // at least
  ) {
    if (count === undefined) {
      count = 2;
    }
    // by a list
    return new Array(count + 1).join(text);
  }

  function sum(a, b /* (of two) */) {
    return a + b;
  }

  var named = function(
    name,
    options // taken apart
  ) {
    var prefix = options.prefix;
    return prefix + name;
  };

  // Those beside the brackets are not the parameter's.
  function between(a, /* second */ b) {
    /* behind all */
    return [a].map(function(it) {
      /* alone */
      return it + b;
    });
  }

  // The comment behind a brace is about the loop.
  function each(list) {
    var it;
    var out = [];
    for (var i = 0; i < list.length; i++) {
      // each
      it = list[i];
      out.push(it);
    }
    for (var j = 0; j < list.length; j++) {
      it = list[j];
      // inside
      out.push(it);
    }
    for (var k = 0, values = [list]; k < values.length; k++) {
      /* the first */
      var first = values[k][0] === undefined ? "none" : values[k][0];
      // alone
      out.push(first);
    }
    for (var key in { a: 1 }) {
      // by name
      out.push(key);
    }
    return out;
  }

  function feature() {
    var list = ["a", "b", "c"];
    return [
      new Page(list).first(),
      joined("a", "b"),
      withoutFirst("a", "b", "c"),
      repeated("a"),
      sum(1, 2),
      named("a", { prefix: "b" }),
      between("a", "b"),
      each(list)
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
