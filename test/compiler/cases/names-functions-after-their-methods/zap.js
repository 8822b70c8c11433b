// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 9344eaaf9d6dfd1f.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // What TypeScript's lowered syntax calls; TypeScript gives the names. Only what is called comes into zap.js.

  /** { ...a, ...b } */
  function __assign(target) {
    for (var i = 1; i < arguments.length; i++) {
      for (var key in arguments[i]) {
        if (Object.prototype.hasOwnProperty.call(arguments[i], key)) {
          target[key] = arguments[i][key];
        }
      }
    }
    return target;
  }

  // newest.ts
  function newest(url, _a) {
    var poll3 = _a.poll;
    return [{ id: url + poll3 }];
  }

  // triggers/other.ts
  function other_poll(bundle) {
    var again = bundle.meta.prefill ? other_poll : undefined;
    return again ? again(__assign(__assign({}, bundle), { meta: {} })) : newest(bundle.request.url, { poll: 2 });
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
