// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // Helpers for lowered syntax. Only those that are called come into zap.js.

  /** { ...a, ...b } */
  function __assign(target) {
    for (var i = 1; i < arguments.length; i++) {
      copyProperties(target, arguments[i], Object.create(null));
    }
    return target;
  }

  function copyProperties(to, from, omitted) {
    var object = Object(from);
    var keys = Object.keys(object);
    if (Object.getOwnPropertySymbols) {
      keys = keys.concat(Object.getOwnPropertySymbols(object));
    }
    keys.forEach(function(key) {
      if (!(key in omitted) && Object.prototype.propertyIsEnumerable.call(object, key)) {
        __define(to, key, object[key]);
      }
    });
    return to;
  }

  /** { [key]: value }. Unlike an assignment, it runs no setter: not that of `__proto__` either. */
  function __define(object, key, value) {
    return Object.defineProperty(object, key, {
      value: value,
      writable: true,
      enumerable: true,
      configurable: true
    });
  }

  // feature.ts
  function count() {
    var values = Array.prototype.slice.call(arguments);
    return values.length;
  }

  function feature() {
    var _object;
    var first = count(/* first */ 1, 2 /* second */, /* third */ 3 /* last */);
    var none = count(/* nothing */);
    var list = [/* a */ 1, 2 /* b */ /* c */];
    var empty = [/* empty */];
    var record = { /* key */ a: 1 /* value */, b: 2 /* end */ };
    var item = list[/* index */ 0];
    var other = list[1 /* behind an index */];
    list[/* set */ 1] = record.a /* name */;
    var made = new Date(/* now */ 0);
    var one = 1, // at the end of a variable
        // above a variable
        two = 2; // at the end of both
    var three = 3; /* in front of a semicolon */
    for (var i = 0, values = [["a"]]; i < values.length; i++) {
      var key = values[i][0];
      // nothing is done
    }
    function withDefault(limit /* most */) {
      if (limit === undefined) {
        limit = 1;
      }
      /* rest */ var others = Array.prototype.slice.call(arguments, 1);
      // nothing is done with it
    }
    function Held(value) {
      this.value = value;
      // nothing else is set
    }
    withDefault();
    if (one) count(/* in a branch */);
    else count(/* in the other */);
    var maybe = record;
    if (/* behind a comparison, in brackets */ maybe != null && maybe.a === 2) count(4);
    while (one > two) count(2 /* in a loop */);
    var keys = (_object = {
      c: 1
    }, /* above a key that is computed */ __define(_object, "k" + two, 2) /* behind a key that is computed */, __assign(_object, record), /* above a getter */ Object.defineProperty(_object, "size", {
      get: function() {
        return three;
      },
      enumerable: true,
      configurable: true
    }), __assign(_object, { b: 3 }));
    return [first, none, list, empty, item, other, made.getTime(), new Held(4).value, keys];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
