// Example 1.2.3
// Made from TypeScript by zapc 0.1.0; sources 74297356ebd7fd81, file 33006891dd69395e.
// Change the sources and build again: what is changed here is lost.
'use strict';

var Zap = (function () {
  // What lowered syntax calls, by the names that TypeScript gives it. Only what is called comes into zap.js.

  /** class A extends B */
  function __extends(derived, base) {
    if (Object.setPrototypeOf) {
      Object.setPrototypeOf(derived, base);
    } else {
      Object.keys(base).forEach(function(key) {
        derived[key] = base[key];
      });
    }
    derived.prototype = Object.create(base.prototype, {
      constructor: { value: derived, writable: true, configurable: true }
    });
  }

  // feature.ts
  function Account() {
    this.cents = 0;
  }
  Object.defineProperty(Account.prototype, "balance", {
    get: function() {
      return this.cents / 100;
    },
    set: function(value) {
      this.cents = Math.round(value * 100);
    },
    enumerable: false,
    configurable: true
  });

  function Savings() {
    Account.apply(this, arguments);
  }
  __extends(Savings, Account);
  Object.defineProperty(Savings.prototype, "rich", {
    get: function() {
      return this.balance > 10;
    },
    enumerable: false,
    configurable: true
  });

  function Fixed() {
    Account.apply(this, arguments);
  }
  __extends(Fixed, Account);
  Object.defineProperty(Fixed.prototype, "balance", {
    get: function() {
      return 5;
    },
    set: function(_) {
      this.cents = 1;
    },
    enumerable: false,
    configurable: true
  });

  function feature() {
    var savings = new Savings();
    savings.balance = 12.345;
    var fixed = new Fixed();
    fixed.balance = 9;
    return [savings.balance, savings.rich, fixed.balance, Object.keys(savings)];
  }

  // triggers/thing.ts
  function thing_poll(_) {
    return [{ id: 1, value: feature() }];
  }

  return {
    thing_poll: thing_poll
  };
})();
