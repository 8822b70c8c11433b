// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 0d0ee30bc40bc7d1, file cfce0776d768c2c5.
// Change the sources and build again: what is changed here is lost.
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
