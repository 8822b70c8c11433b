// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 955e61aa50c24eb5, file 478eb43469ef3ed0.
// Change the sources and build again: what is changed here is lost.
/* jshint loopfunc: true */
'use strict';

var Zap = (function () {
  // What lowered syntax calls, by the names that TypeScript gives it. Only what is called comes into zap.js.

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

  // feature.ts
  function feature() {
    var result, given, _f, _g, _h, values, _k;
    var log = [];
    var at = function(name, value) {
      log.push(name);
      return value;
    };
    var target = {};
    var _a = at("value", { b: 2, c: 3 }),
        _b = at("key", "a"),
        a = _a[_b] === undefined ? at("default", 1) : _a[_b],
        others = __rest(_a, [_b + ""]);
    result = at("list", [1]);
    target[at("left", "x")] = result[0];
    given = result[1];
    target[at("right", "y")] = given === undefined ? at("given", 5) : given;
    var first;
    var rest;
    var whole = (_f = at("again", [undefined, 2, 3, 4]), _g = _f[0], first = _g === undefined ? 7 : _g, rest = _f.slice(2), _f);
    _h = { first: 9, more: 1 };
    first = _h.first;
    target.all = __rest(_h, ["first"]);
    var swap = { p: 1, q: 2 };
    values = [swap.q, swap.p];
    swap.p = values[0];
    swap.q = values[1];
    var list = [3, 4];
    _k = [list[1], [5]];
    list[0] = _k[0];
    list = _k[1];
    for (var i = 0, _l = [{ n: 1, inner: [2] }, { n: 3 }]; i < _l.length; i++) {
      var item = _l[i],
          n = item.n,
          _p = item.inner === undefined ? [] : item.inner,
          m = _p[0] === undefined ? at("inner", 0) : _p[0];
      log.push(n + "/" + m);
    }
    for (var j = 0, _s = Object.keys(others).map(function(it) {
      return [it, others[it]];
    }); j < _s.length; j++) {
      var _t = _s[j], key = _t[0], value = _t[1];
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
