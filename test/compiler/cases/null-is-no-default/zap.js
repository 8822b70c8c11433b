// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources b53b4a7d58911ac1, file 745838184def4f13.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  function show(_a, list) {
    var _b = _a.size, size = _b === undefined ? 1 : _b, _c = _a.name, name = _c === undefined ? "none" : _c;
    if (list === undefined) {
      list = [7];
    }
    var _d = (list !== null && list !== undefined ? list : [null])[0], first = _d === undefined ? 0 : _d;
    return [size, name, first];
  }

  function feature() {
    return [show({}), show({ size: null, name: null }, null), show({ size: undefined, name: "" }, [])];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
