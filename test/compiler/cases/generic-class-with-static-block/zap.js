// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
/* jshint eqnull: true */
'use strict';

var Zap = (function () {
  // feature.ts
  function Registry() {
    this.known = {};
  }
  Registry.prototype.set = function(name, value) {
    this.known[name] = value;
    return this;
  };
  Registry.prototype.get = function(name) {
    return this.known[name];
  };

  Registry.names = [];
  (function() {
    for (var i = 0, values = ["a", "b"]; i < values.length; i++) {
      var name = values[i];
      Registry.names.push(name);
    }
  })();

  function feature() {
    var _value;
    var registry = new Registry().set("a", 1).set("b", 2);
    return [Registry.names, registry.get("a"), (_value = registry.get("c")) != null ? _value : "none"];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
