// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources b53b4a7d58911ac1, file 1758fc6059a416ba.
// Change the sources and build again: what is changed here is lost.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function show(_a, list) {
    var size = _a.size === undefined ? 1 : _a.size, name = _a.name === undefined ? "none" : _a.name;
    if (list === undefined) {
      list = [7];
    }
    var _d = (list != null ? list : [null])[0], first = _d === undefined ? 0 : _d;
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
