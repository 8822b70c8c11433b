// Example 1.2.3
// Made from TypeScript by zapc.
// Change the sources and build again: the next build replaces this file.
'use strict';

var Zap = (function () {
  // Helpers for lowered syntax. Only those that are called come into zap.js.

  /** class A extends B */
  function __extends(derived, base) {
    if (Object.setPrototypeOf) {
      Object.setPrototypeOf(derived, base || Function.prototype);
    } else {
      Object.getOwnPropertyNames(base || {}).forEach(function(key) {
        if (!Object.prototype.hasOwnProperty.call(derived, key)) {
          Object.defineProperty(derived, key, Object.getOwnPropertyDescriptor(base, key));
        }
      });
    }
    derived.prototype = Object.create(base && base.prototype, {
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
