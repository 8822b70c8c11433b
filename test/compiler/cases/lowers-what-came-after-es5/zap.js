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

  /** var { a, ...rest } = object */
  function __rest(object, names) {
    var omitted = Object.create(null);
    names.forEach(function(name) {
      omitted[name] = true;
    });
    return copyProperties({}, object, omitted);
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
  var Colour = {
    Red: "red",
    Blue: "blue"
  };

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
    var numbers = Array.prototype.slice.call(arguments);
    return numbers.reduce(function(total, number) {
      return total + number;
    }, 0);
  };

  function thing_post_poll(bundle) {
    var _value;
    var response = bundle.response, page = bundle.meta.page === undefined ? 0 : bundle.meta.page;
    var _data = z.JSON.parse(response.content), things = _data.things, rest = __rest(_data, ["things"]);
    var all = __concat(__concat([], things != null ? things : []), [Math.pow(page, 2), sum(1, 2, page)]);
    var items = [];
    for (var i = 0, list = Thing.of(all); i < list.length; i++) {
      var id = list[i].id;
      items.push(__assign({ id: id }, rest, { colour: Colour.Red, text: "thing " + id }));
    }
    var _value_1 = Thing.of(things != null ? things : [])[0],
        first = _value_1 === undefined ? new BlueThing(7) : _value_1;
    if ((_value = first.see()) != null) {
      _value.see(3);
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
