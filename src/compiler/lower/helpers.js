// Helpers for lowered syntax, those of packages by the names that TypeScript and esbuild give them. Only those that are called
// come into zap.js.

/** { ...a, ...b } */
export function __assign(target) {
  for (var i = 1; i < arguments.length; i++) {
    copyProperties(target, arguments[i], Object.create(null));
  }
  return target;
}

/** var { a, ...rest } = object */
export function __rest(object, names) {
  var omitted = Object.create(null);
  names.forEach(function (name) {
    omitted[name] = true;
  });
  return copyProperties({}, object, omitted);
}

function copyProperties(to, from, omitted) {
  var object = Object(from);
  var keys = Object.keys(object);
  if (Object.getOwnPropertySymbols) {
    keys = keys.concat(Object.getOwnPropertySymbols(object));
  }
  keys.forEach(function (key) {
    if (!(key in omitted) && Object.prototype.propertyIsEnumerable.call(object, key)) {
      __define(to, key, object[key]);
    }
  });
  return to;
}

/** { [key]: value }. Unlike an assignment, it runs no setter: not that of `__proto__` either. */
export function __define(object, key, value) {
  return Object.defineProperty(object, key, {
    value: value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

/** [a, ...list, b] */
export function __concat() {
  var all = [];
  for (var i = 0; i < arguments.length; i++) {
    if (typeof arguments[i].length !== "number") {
      throw new TypeError("Only a list can be spread in ES5.");
    }
    for (var j = 0; j < arguments[i].length; j++) {
      all.push(arguments[i][j]);
    }
  }
  return all;
}

/** [...to, ...from], in a package that TypeScript has lowered */
export function __spreadArray(to, from) {
  return __concat(to, from);
}

/** Gives the items of a list, or of what the engine can iterate. */
export function __values(items) {
  /* globals Symbol */
  var iterate = items != null && typeof Symbol === "function" && items[Symbol.iterator];
  if (iterate && !Array.isArray(items)) {
    return iterate.call(items);
  }
  if (items == null || typeof items.length !== "number") {
    throw new TypeError(typeof items + " is not iterable");
  }
  var index = 0;
  return {
    next: function () {
      var done = index >= items.length;
      return { done: done, value: done ? undefined : items[index++] };
    },
  };
}

/** for (const item of items), where that may be no list. What is iterated is told when the loop ends early. */
export function __iterate(items) {
  var iterator = __values(items);
  var isOver = false;
  var loop = {
    value: undefined,
    next: function () {
      isOver = true;
      var step = iterator.next();
      if (step.done) {
        return false;
      }
      loop.value = step.value;
      isOver = false;
      return true;
    },
    fail: function (error) {
      try {
        loop.close();
      } catch (_) {
        // The first error matters.
      }
      throw error;
    },
    close: function () {
      if (!isOver && iterator.return) {
        isOver = true;
        iterator.return();
      }
    },
  };
  return loop;
}

/** const [first, second] = items, or [...items], where that may be no list */
export function __read(items, count) {
  var values = [];
  var loop = __iterate(items);
  while (!(values.length >= count) && loop.next()) {
    values.push(loop.value);
  }
  loop.close();
  return values;
}

/** a ** b, where both can be BigInts */
export function __power(base, exponent) {
  /* globals BigInt */
  var isLarge = function (value) {
    return typeof BigInt === "function" && Object(value) instanceof BigInt;
  };
  if (!isLarge(base) || !isLarge(exponent)) {
    return Math.pow(base, exponent);
  }
  if (exponent < 0) {
    throw new RangeError("Exponent must be non-negative");
  }
  var result = BigInt(1);
  exponent
    .toString(2)
    .split("")
    .forEach(function (bit) {
      result = bit === "1" ? result * result * base : result * result;
    });
  return result;
}

/** class A extends B */
export function __extends(derived, base) {
  if (Object.setPrototypeOf) {
    Object.setPrototypeOf(derived, base || Function.prototype);
  } else {
    Object.getOwnPropertyNames(base || {}).forEach(function (key) {
      if (!Object.prototype.hasOwnProperty.call(derived, key)) {
        Object.defineProperty(derived, key, Object.getOwnPropertyDescriptor(base, key));
      }
    });
  }
  derived.prototype = Object.create(base && base.prototype, {
    constructor: { value: derived, writable: true, configurable: true },
  });
}

/** #name, in a class that extends what it is given: it can have itself above it */
export function __privateKey(name) {
  __privateKey.count = (__privateKey.count || 0) + 1;
  return name + __privateKey.count;
}

/** super(message), in class A extends Error */
export function __initError(object, error) {
  Object.getOwnPropertyNames(error).forEach(function (key) {
    Object.defineProperty(object, key, { value: error[key], writable: true, configurable: true });
  });
}

/** super(...), in a class that extends what it is given: `Error` makes an object of its own */
export function __superCall(object, base, list) {
  var made = base.apply(object, list);
  var isError = Object.prototype.toString.call(made) === "[object Error]";
  if (!isError || Object.getPrototypeOf(made) !== base.prototype) {
    return made === Object(made) ? made : object;
  }
  __initError(object, made);
  return object;
}

/** super.member, where that can be a getter */
export function __superGet(base, key, object) {
  var property = propertyOf(base, key);
  return property.get ? property.get.call(object) : property.value;
}

/** super.member = value, where that can be a setter */
export function __superSet(base, key, object, value) {
  var property = propertyOf(base, key);
  if (property.set) {
    property.set.call(object, value);
  } else if (property.get) {
    throw new TypeError("The property " + String(key) + " has only a getter.");
  } else if (Object.prototype.hasOwnProperty.call(object, key)) {
    object[key] = value;
  } else {
    __define(object, key, value);
  }
  return value;
}

/** A property of an object, or of what that inherits from. */
function propertyOf(object, key) {
  for (var it = object; it; it = Object.getPrototypeOf(it)) {
    var property = Object.getOwnPropertyDescriptor(it, key);
    if (property) {
      return property;
    }
  }
  return {};
}

/** tag`text ${value}` */
export function __makeTemplateObject(cooked, raw) {
  Object.defineProperty(cooked, "raw", { value: Object.freeze(raw) });
  return Object.freeze(cooked);
}

/** Gives what a CommonJS module exports. It runs when it is first asked for. */
export function __commonJS(modules) {
  var module;
  return function () {
    if (!module) {
      module = { exports: {} };
      try {
        modules[Object.keys(modules)[0]](module.exports, module);
      } catch (error) {
        module = undefined;
        throw error;
      }
    }
    return module.exports;
  };
}

/** Runs an ES module that CommonJS modules ask for, when one first does. */
export function __esm(modules) {
  var run = modules[Object.keys(modules)[0]];
  var result;
  var failures = [];
  return function () {
    if (failures.length > 0) {
      throw failures[0];
    }
    var running = run;
    run = undefined;
    try {
      result = running ? running() : result;
    } catch (error) {
      failures.push(error);
      throw error;
    }
    return result;
  };
}

/** export { a, b } */
export function __export(target, getters) {
  Object.keys(getters).forEach(function (key) {
    Object.defineProperty(target, key, { get: getters[key], enumerable: true });
  });
}

/** export * from "module" */
export function __reExport(target, module, secondTarget) {
  __copyProps(target, module, "default");
  if (secondTarget) {
    __copyProps(secondTarget, module, "default");
  }
  return secondTarget;
}

export function __copyProps(to, from, except) {
  var keys =
    (from && typeof from === "object") || typeof from === "function" ? Object.getOwnPropertyNames(from) : [];
  keys.forEach(function (key) {
    if (!Object.prototype.hasOwnProperty.call(to, key) && key !== except) {
      Object.defineProperty(to, key, {
        get: function () {
          return from[key];
        },
        enumerable: Object.prototype.propertyIsEnumerable.call(from, key),
      });
    }
  });
  return to;
}

/** import a from "a-commonjs-module" */
export function __toESM(module, isNodeMode) {
  var target = module === undefined || module === null ? {} : Object.create(Object.getPrototypeOf(module));
  if (isNodeMode || !module || !module.__esModule) {
    Object.defineProperty(target, "default", { value: module, enumerable: true });
  }
  return __copyProps(target, module);
}

/** require("an-es-module") */
export function __toCommonJS(module) {
  return __copyProps(Object.defineProperty({}, "__esModule", { value: true }), module);
}

/** require("./lang/" + key) */
export function __glob(modules) {
  return function (path) {
    var load = modules[path] || modules[path + ".js"] || modules[path + ".json"];
    if (!load) {
      throw new Error("Module not found in bundle: " + path);
    }
    return load();
  };
}

// The functions that a package which TypeScript has lowered calls for traps. It may have them where tree shaking drops them.
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
