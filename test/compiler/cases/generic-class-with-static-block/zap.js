// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 240cdc3979c2d20e, file 9dc00e6d3dbc90a6.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // feature.ts
  var Registry = (function() {
    function Registry2() {
      this.known = {};
    }
    Registry2.prototype.set = function(name, value) {
      this.known[name] = value;
      return this;
    };
    Registry2.prototype.get = function(name) {
      return this.known[name];
    };
    Registry2.names = [];
    (function() {
      for (var _i = 0, _a = ["a", "b"]; _i < _a.length; _i++) {
        var name = _a[_i];
        Registry2.names.push(name);
      }
    })();
    return Registry2;
  })();

  function feature() {
    var _a;
    var registry = new Registry().set("a", 1).set("b", 2);
    return [Registry.names, registry.get("a"), (_a = registry.get("c")) !== null && _a !== undefined ? _a : "none"];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
