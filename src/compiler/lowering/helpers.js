// What lowered syntax calls, by the names that TypeScript gives it. Only what is called comes into zap.js.

/** { ...a, ...b } */
export function __assign(target) {
  for (var i = 1; i < arguments.length; i++) {
    for (var key in arguments[i]) {
      copyProperty(target, arguments[i], key);
    }
  }
  return target;
}

/** var { a, ...rest } = object */
export function __rest(object, names) {
  var rest = {};
  for (var key in object) {
    if (names.indexOf(key) === -1) {
      copyProperty(rest, object, key);
    }
  }
  return rest;
}

/** Unlike an assignment, it runs no setter: not that of `__proto__` either. */
function copyProperty(to, from, key) {
  if (Object.prototype.hasOwnProperty.call(from, key)) {
    Object.defineProperty(to, key, {
      value: from[key],
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
}

/** [...list, item] */
export function __spreadArray(to, from) {
  if (typeof from.length !== "number") {
    throw new TypeError("Only a list can be spread in ES5.");
  }
  return to.concat(Array.prototype.slice.call(from));
}

/** for (const item of items), in a package: a list, or what the engine can iterate */
export function __values(items) {
  var iterate = typeof Symbol === "function" && items[Symbol.iterator];
  if (iterate && !Array.isArray(items)) {
    return iterate.call(items);
  }
  if (typeof items.length !== "number") {
    throw new TypeError("Only a list can be iterated in ES5.");
  }
  var index = 0;
  return {
    next: function () {
      return { done: index >= items.length, value: items[index++] };
    },
  };
}

/** const [first, second] = items, in a package */
export function __read(items, count) {
  var values = [];
  var iterator = __values(items);
  var step = iterator.next();
  while (!step.done && !(values.length >= count)) {
    values.push(step.value);
    step = iterator.next();
  }
  return values;
}

/** class A extends B */
export function __extends(derived, base) {
  if (Object.setPrototypeOf) {
    Object.setPrototypeOf(derived, base);
  } else {
    Object.keys(base).forEach(function (key) {
      derived[key] = base[key];
    });
  }
  derived.prototype = Object.create(base.prototype, {
    constructor: { value: derived, writable: true, configurable: true },
  });
}

/** tag`text ${value}` */
export function __makeTemplateObject(cooked, raw) {
  Object.defineProperty(cooked, "raw", { value: raw });
  return cooked;
}

// What a package that TypeScript has lowered calls for what is a trap. It may have that, as long as it is not bundled.
export var __asyncDelegator,
  __asyncGenerator,
  __asyncValues,
  __await,
  __awaiter,
  __classPrivateFieldGet,
  __classPrivateFieldIn,
  __classPrivateFieldSet,
  __esDecorate,
  __generator,
  __propKey,
  __runInitializers,
  __setFunctionName;
