// What TypeScript's lowered syntax calls; TypeScript gives the names. Only what is called comes into zap.js.

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
  return to.concat(Array.prototype.slice.call(from));
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
