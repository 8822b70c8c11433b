// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 9ab428f65c84ef70, file 599b1976fd226707.
// Change the sources and build again: what is changed here is lost.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // What lowered syntax calls, by the names that TypeScript gives it. Only what is called comes into zap.js.

  /** { ...a, ...b } */
  function __assign(target) {
    for (var i = 1; i < arguments.length; i++) {
      for (var key in arguments[i]) {
        copyProperty(target, arguments[i], key);
      }
    }
    return target;
  }

  /** var { a, ...rest } = object */
  function __rest(object, names) {
    var rest = {};
    for (var key in object) {
      if (names.indexOf(key) === -1) {
        copyProperty(rest, object, key);
      }
    }
    return rest;
  }

  /** Unlike an assignment, it runs no setter: not that of `__proto__` either. */
  function copyProperty(to, from, key) {
    if (Object.prototype.hasOwnProperty.call(from, key)) {
      Object.defineProperty(to, key, {
        value: from[key],
        writable: true,
        enumerable: true,
        configurable: true
      });
    }
  }

  /** [...list, item] */
  function __spreadArray(to, from) {
    if (typeof from.length !== "number") {
      throw new TypeError("Only a list can be spread in ES5.");
    }
    return to.concat(Array.prototype.slice.call(from));
  }

  /** class A extends B */
  function __extends(derived, base) {
    if (Object.setPrototypeOf) {
      Object.setPrototypeOf(derived, base);
    } else {
      Object.keys(base).forEach(function(key) {
        derived[key] = base[key];
      });
    }
    derived.prototype = Object.create(base.prototype, {
      constructor: { value: derived, writable: true, configurable: true }
    });
  }

  // triggers/thing.ts
  var Colour;
  (function(Colour) {
    Colour.Red = "red";
    Colour.Blue = "blue";
  })(Colour || (Colour = {}));

  function Thing(id) {
    this.id = id;
    this.seen = 0;
  }
  Thing.prototype.see = function(times) {
    if (times === undefined) {
      times = 1;
    }
    this.seen += times;
    return this;
  };
  Thing.of = function(ids) {
    return ids.map(function(id) {
      return new Thing(id);
    });
  };

  function BlueThing() {
    Thing.apply(this, arguments);
    this.colour = Colour.Blue;
  }
  __extends(BlueThing, Thing);

  var sum = function() {
    var numbers = [];
    for (var i = 0; i < arguments.length; i++) {
      numbers[i] = arguments[i];
    }
    return numbers.reduce(function(total, number) {
      return total + number;
    }, 0);
  };

  function thing_post_poll(bundle) {
    var result;
    var response = bundle.response, page = bundle.meta.page === undefined ? 0 : bundle.meta.page;
    var given = z.JSON.parse(response.content), things = given.things, rest = __rest(given, ["things"]);
    var all = __spreadArray(__spreadArray([], things != null ? things : []), [Math.pow(page, 2), sum(1, 2, page)]);
    var items = [];
    for (var i = 0, list = Thing.of(all); i < list.length; i++) {
      var id = list[i].id;
      items.push(__assign({ id: id }, rest, { colour: Colour.Red, text: "thing " + id }));
    }
    var _e = Thing.of(things != null ? things : [])[0], first = _e === undefined ? new BlueThing(7) : _e;
    if ((result = first.see()) != null) {
      result.see(3);
    }
    var total = 0;
    for (var index = 0; index < all.length; index++) {
      if (!total) {
        total = all[index];
      }
    }
    return items.concat({ id: total, 1.5: 3 });
  }

  return {
    thing_post_poll: thing_post_poll
  };
})();
