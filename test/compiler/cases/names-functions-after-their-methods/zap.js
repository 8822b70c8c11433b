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

  // newest.ts
  function newest(url, options) {
    var poll = options.poll;
    return [{ id: url + poll }];
  }

  // triggers/other.ts
  function other_poll(bundle) {
    var again = bundle.meta.prefill ? other_poll : undefined;
    return again ? again(__assign({}, bundle, { meta: {} })) : newest(bundle.request.url, { poll: 2 });
  }

  // triggers/thing.ts
  function thing_poll(bundle) {
    return newest(bundle.request.url, { poll: 1 });
  }

  return {
    other_poll: other_poll,
    thing_poll: thing_poll
  };
})();
