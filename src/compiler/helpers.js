// What TypeScript's lowered syntax calls; TypeScript gives the names. Only what is called comes into zap.js.

/** { ...a, ...b } */
export function __assign(target) {
  for (var i = 1; i < arguments.length; i++) {
    for (var key in arguments[i]) {
      if (Object.prototype.hasOwnProperty.call(arguments[i], key)) {
        target[key] = arguments[i][key];
      }
    }
  }
  return target;
}

/** var { a, ...rest } = object */
export function __rest(object, names) {
  var rest = {};
  for (var key in object) {
    if (Object.prototype.hasOwnProperty.call(object, key) && names.indexOf(key) === -1) {
      rest[key] = object[key];
    }
  }
  return rest;
}

/** [...list, item] */
export function __spreadArray(to, from) {
  return to.concat(Array.prototype.slice.call(from));
}

/** class A extends B */
export function __extends(derived, base) {
  for (var key in base) {
    if (Object.prototype.hasOwnProperty.call(base, key)) {
      derived[key] = base[key];
    }
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
