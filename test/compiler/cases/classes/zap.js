// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // feature.ts
  function feature() {
    function Base(name, size) {
      if (size === undefined) {
        size = 2;
      }
      this.name = name;
      this.size = size;
      this.secret = 1;
      Base.count++;
    }
    Object.defineProperty(Base.prototype, "value", {
      get: function() {
        return this.secret;
      },
      set: function(v) {
        this.secret = v * 2;
      },
      enumerable: false,
      configurable: true
    });
    Base.prototype.describe = function() {
      return this.name + this.size;
    };
    Base.make = function(name) {
      return new Base(name);
    };

    Base.count = 0;
    var made = Base.make("a");
    made.value = 4;
    return [
      made.value,
      made.describe(),
      Base.count,
      made instanceof Base,
      made.constructor === Base,
      Object.keys(made).sort()
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
