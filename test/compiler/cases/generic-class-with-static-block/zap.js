// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 240cdc3979c2d20e, file f95a8c3ad53057da.
// Change the sources and build again: what is changed here is lost.
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
    for (var _i = 0, _a = ["a", "b"]; _i < _a.length; _i++) {
      var name = _a[_i];
      Registry.names.push(name);
    }
  })();

  function feature() {
    var _a;
    var registry = new Registry().set("a", 1).set("b", 2);
    return [Registry.names, registry.get("a"), (_a = registry.get("c")) != null ? _a : "none"];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
