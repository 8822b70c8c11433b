// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint loopfunc: true */
'use strict';

var Zap = (function () {
  // Helpers for lowered syntax. Only those that are called come into zap.js.

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

  // feature.ts
  function feature() {
    var _value, _value_1, _object, _values, _values_1;
    var log = [];
    var at = function(name, value) {
      log.push(name);
      return value;
    };
    var target = {};
    var _value_2 = at("value", { b: 2, c: 3 }),
        _value_3 = at("key", "a"),
        a = _value_2[_value_3] === undefined ? at("default", 1) : _value_2[_value_3],
        others = __rest(_value_2, [_value_3]);
    _value = at("list", [1]);
    target[at("left", "x")] = _value[0];
    target[at("right", "y")] = _value[1] === undefined ? at("given", 5) : _value[1];
    var first;
    var rest;
    var whole = (_value_1 = at("again", [undefined, 2, 3, 4]),
      first = _value_1[0] === undefined ? 7 : _value_1[0],
      rest = _value_1.slice(2),
      _value_1);
    _object = { first: 9, more: 1 };
    first = _object.first;
    target.all = __rest(_object, ["first"]);
    var swap = { p: 1, q: 2 };
    _values = [swap.q, swap.p];
    swap.p = _values[0];
    swap.q = _values[1];
    var list = [3, 4];
    _values_1 = [list[1], [5]];
    list[0] = _values_1[0];
    list = _values_1[1];
    for (var i = 0, values = [{ n: 1, inner: [2] }, { n: 3 }]; i < values.length; i++) {
      var _value_4 = values[i],
          n = _value_4.n,
          _inner = _value_4.inner === undefined ? [] : _value_4.inner,
          m = _inner[0] === undefined ? at("inner", 0) : _inner[0];
      log.push(n + "/" + m);
    }
    for (var j = 0, keys = Object.keys(others).map(function(it) {
      return [it, others[it]];
    }); j < keys.length; j++) {
      var _key = keys[j], key = _key[0], value = _key[1];
      log.push(key + "=" + value);
    }
    return [a, others, target, first, rest, whole.length, swap, list, log];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
