/** The globals of ES5 with their properties: those of the object itself, then those of its prototype. */
export const es5: { readonly [name: string]: readonly [own: string, prototype?: string] } = {
  Array: [
    "isArray",
    "concat every filter forEach indexOf join lastIndexOf map pop push reduce reduceRight reverse shift slice some sort splice unshift toString toLocaleString",
  ],
  Boolean: ["", "toString valueOf"],
  Date: [
    "UTC now parse",
    "getDate getDay getFullYear getHours getMilliseconds getMinutes getMonth getSeconds getTime getTimezoneOffset getUTCDate getUTCDay getUTCFullYear getUTCHours getUTCMilliseconds getUTCMinutes getUTCMonth getUTCSeconds getYear setDate setFullYear setHours setMilliseconds setMinutes setMonth setSeconds setTime setUTCDate setUTCFullYear setUTCHours setUTCMilliseconds setUTCMinutes setUTCMonth setUTCSeconds setYear toDateString toGMTString toISOString toJSON toLocaleDateString toLocaleString toLocaleTimeString toString toTimeString toUTCString valueOf",
  ],
  Error: ["captureStackTrace stackTraceLimit", "message name toString"],
  EvalError: ["", "message name"],
  Function: ["", "apply bind call toString"],
  JSON: ["parse stringify"],
  Math: [
    "E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2 abs acos asin atan atan2 ceil cos exp floor log max min pow random round sin sqrt tan",
  ],
  Number: [
    "MAX_VALUE MIN_VALUE NEGATIVE_INFINITY NaN POSITIVE_INFINITY",
    "toExponential toFixed toLocaleString toPrecision toString valueOf",
  ],
  Object: [
    "create defineProperties defineProperty freeze getOwnPropertyDescriptor getOwnPropertyNames getPrototypeOf isExtensible isFrozen isSealed keys preventExtensions seal",
    "__proto__ hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf",
  ],
  RangeError: ["", "message name"],
  ReferenceError: ["", "message name"],
  RegExp: ["", "exec global ignoreCase multiline source test toString"],
  String: [
    "fromCharCode",
    "charAt charCodeAt concat indexOf lastIndexOf length localeCompare match replace search slice split substr substring toLocaleLowerCase toLocaleUpperCase toLowerCase toString toUpperCase trim valueOf",
  ],
  SyntaxError: ["", "message name"],
  TypeError: ["", "message name"],
  URIError: ["", "message name"],
};

/** The functions and values that ES5 has as globals. */
export const es5Functions =
  "Infinity NaN decodeURI decodeURIComponent encodeURI encodeURIComponent escape eval isFinite isNaN parseFloat parseInt undefined unescape";

/** A script that takes everything out of a new context that came after ES5. */
export const es5Only = `(function (es5, functions) {
  "use strict";
  var globals = this;
  var namesOf = Object.getOwnPropertyNames;
  function keep(object, names) {
    var kept = (names + " length name prototype constructor arguments caller").split(" ");
    namesOf(object).forEach(function (name) {
      var isFixed = !Object.getOwnPropertyDescriptor(object, name).configurable;
      if (kept.indexOf(name) === -1 && !isFixed) delete object[name];
    });
  }
  var kept = functions.split(" ").concat(Object.keys(es5));
  var prototypes = Object.keys(es5).filter(function (name) { return globals[name].prototype && es5[name].length > 1; });
  keep(globals, kept.join(" "));
  prototypes.forEach(function (name) { keep(globals[name].prototype, es5[name][1]); });
  kept.forEach(function (name) { if (es5[name]) keep(globals[name], es5[name][0]); });
}).call(this, ${JSON.stringify(es5)}, ${JSON.stringify(es5Functions)});`;
