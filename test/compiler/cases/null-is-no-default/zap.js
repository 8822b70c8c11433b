// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function show(options, list) {
    var size = options.size === undefined ? 1 : options.size,
        name = options.name === undefined ? "none" : options.name;
    if (list === undefined) {
      list = [7];
    }
    var _value = (list != null ? list : [null])[0], first = _value === undefined ? 0 : _value;
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
