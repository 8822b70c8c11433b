// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
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
  // A copy in a copy runs nothing of the author's, so that one call joins all.
  function prepared(given, accept) {
    var request = given.request;
    return __assign({}, request, { headers: __assign({}, request.headers, { Accept: accept }) });
  }

  // A list without items keeps nothing that a second one would lack.
  function flat(given) {
    var pages = given.pages;
    return [].concat.apply([], pages);
  }

  // The parts of a value are named after it, even if it has a default.
  function first(options) {
    var _filters = options.filters === undefined ? {} : options.filters,
        status = _filters.status === undefined ? "any" : _filters.status,
        _tags = _filters.tags === undefined ? [] : _filters.tags,
        tag = _tags[0] === undefined ? "none" : _tags[0];
    return status + " " + tag;
  }

  // The callback has more to say on one line than there is room for.
  function labels(fields) {
    return fields.filter(function(it) {
      return it.key;
    }).map(function(it) {
      var key = it.key,
          label = it.name === undefined ? "Field" : it.name,
          type = it.type === undefined ? "unicode" : it.type,
          help = it.help === undefined ? "none" : it.help,
          example = it.example === undefined ? "nothing" : it.example;
      return [key, label, type, help, example].join();
    }).join(" ");
  }

  function feature() {
    var given = { request: { url: "/", headers: { A: "1" } }, pages: [["a"], [], ["b", "c"]] };
    return [
      prepared(given, "json"),
      flat(given),
      first({}),
      first({ filters: { tags: ["x"] } }),
      labels([{ key: "k" }, {}])
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
