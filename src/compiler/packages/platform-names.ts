import { nodeGlobals } from "../../model/node-globals.ts";
import { runtimeGlobals } from "../../model/runtime-globals.ts";
import type { Engine } from "../../source/engine.ts";
import { es5, es5Functions } from "../../source/es5-only.ts";

const ofObject = `${es5.Object?.[1]}`.split(" ");
// Source: src/model/globals/timers.d.ts.
const timers = ["setTimeout", "clearTimeout"];
const given = new Set([
  ...Object.keys(es5),
  // The global object is one, too.
  ...ofObject,
  ...es5Functions.split(" "),
  ...timers,
  ...runtimeGlobals,
]);
// Source: docs/platform.md, "Two runtimes".
given.delete("Function");
// In every function.
given.add("arguments");

const ofNode: ReadonlySet<string> = new Set(nodeGlobals);

/** Tells whether a global is there beside ES5 and the platform's on the engine `node`. */
export function isOfNode(name: string): boolean {
  return ofNode.has(name) || isGlobalAfterEs5(name);
}

/** Tells whether there is a global of a name wherever zap.js runs. */
export function isGiven(name: string, engine: Engine): boolean {
  return given.has(name) || (engine === "node" && isOfNode(name));
}

/** The names that came after ES5, by their globals: the properties of the object itself, then those of its prototype. */
const afterEs5: { readonly [name: string]: readonly [own: string, prototype?: string] } = {
  Array: [
    "from fromAsync of",
    "at copyWithin entries fill find findIndex findLast findLastIndex flat flatMap includes keys toReversed toSorted toSpliced values with",
  ],
  Error: ["isError"],
  JSON: ["isRawJSON rawJSON"],
  Math: [
    "acosh asinh atanh cbrt clz32 cosh expm1 f16round fround hypot imul log10 log1p log2 sign sinh sumPrecise tanh trunc",
  ],
  Number: [
    "EPSILON MAX_SAFE_INTEGER MIN_SAFE_INTEGER isFinite isInteger isNaN isSafeInteger parseFloat parseInt",
  ],
  Object: [
    "assign entries fromEntries getOwnPropertyDescriptors getOwnPropertySymbols groupBy hasOwn is setPrototypeOf values",
    "__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__",
  ],
  RegExp: ["escape", "compile dotAll flags hasIndices sticky unicode unicodeSets"],
  String: [
    "fromCodePoint raw",
    "at codePointAt endsWith includes isWellFormed matchAll normalize padEnd padStart repeat replaceAll startsWith toWellFormed trimEnd trimLeft trimRight trimStart",
  ],
};

const functionsOfEs5 = new Set([...Object.keys(es5), ...es5Functions.split(" ")]);
for (const name of ["Function", "Infinity", "JSON", "Math", "NaN", "escape", "eval", "undefined", "unescape"])
  functionsOfEs5.delete(name);

/** Tells whether a global is a function wherever zap.js runs: `parseInt`, `Object`. */
export function isFunctionOfEs5(name: string): boolean {
  return functionsOfEs5.has(name);
}

/** Tells whether an engine lacks something that came after ES5: `Object.assign`, `Array.prototype.includes`. */
export function isLacking(path: string, engine: Engine): boolean {
  return engine === "es5" && isAfterEs5(path);
}

/** Tells whether something came after ES5. */
function isAfterEs5(path: string): boolean {
  const [global = "", ...rest] = path.split(".");
  const isOfPrototype = rest[0] === "prototype";
  const [name, ...deeper] = isOfPrototype ? rest.slice(1) : rest;
  const names = Object.hasOwn(afterEs5, global) ? afterEs5[global]?.[isOfPrototype ? 1 : 0] : undefined;
  if (names === undefined || name === undefined || deeper.length > 0) return false;
  return names.split(" ").includes(name);
}

/** Methods of arrays and texts that came after ES5, under names that tell so of whatever they are called. */
const methods = new Set(
  "codePointAt copyWithin endsWith findIndex findLast findLastIndex flatMap includes matchAll padEnd padStart repeat replaceAll startsWith toReversed toSorted toSpliced trimEnd trimLeft trimRight trimStart".split(
    " ",
  ),
);

/** Tells whether a method of a name is one of arrays or texts after ES5, whatever it is called of. */
export function isMethodAfterEs5(name: string): boolean {
  return methods.has(name);
}

const globalsAfterEs5 = new Set(
  "AggregateError ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array DataView FinalizationRegistry Float32Array Float64Array Int16Array Int32Array Int8Array Intl Iterator Map Promise Proxy Reflect Set SharedArrayBuffer Symbol Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet globalThis".split(
    " ",
  ),
);

/** Tells whether a global came into the language after ES5. */
export function isGlobalAfterEs5(name: string): boolean {
  return globalsAfterEs5.has(name);
}

/** The names that come with typed arrays wherever they are: who asks for one of these has the others. */
export const withTypedArrays =
  "ArrayBuffer Buffer DataView Float32Array Int32Array Uint32Array Uint8Array getRandomValues".split(" ");

/** The names that tell which environment a script runs in. */
export const environment =
  "Buffer Deno define document exports global globalThis importScripts module navigator process require self window".split(
    " ",
  );
