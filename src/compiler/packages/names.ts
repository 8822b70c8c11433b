import { runtimeGlobals } from "../../model/runtime-globals.ts";
import { es5, es5Functions } from "../es5-only.ts";
import { commentMarker } from "../lowering/mark-comments.ts";
import { requireMarker } from "../lowering/require-marker.ts";
import { textMarker } from "../lowering/text-marker.ts";

const ofObject = `${es5.Object?.[1]}`.split(" ");
// Source: src/model/globals/timers.d.ts.
const timers = ["setTimeout", "clearTimeout"];
const markers = [requireMarker, commentMarker, textMarker];
const given = new Set([
  ...Object.keys(es5),
  // The global object is one, too.
  ...ofObject,
  ...es5Functions.split(" "),
  ...timers,
  ...runtimeGlobals,
  ...markers,
]);
// Source: platform-facts, "Two engines run the same script".
given.delete("Function");
// In every function.
given.add("arguments");

/** Whether there is a global of a name wherever zap.js runs. */
export function isGiven(name: string): boolean {
  return given.has(name);
}

const ofEvery = [
  ...ofObject,
  ..."apply arguments bind call caller constructor length name prototype".split(" "),
];

/** Whether ES5 lacks something: `Object.assign`, `Array.prototype.includes`. */
export function isAfterEs5(path: string): boolean {
  const [global = "", ...rest] = path.split(".");
  const isOfPrototype = rest[0] === "prototype";
  const [name, ...deeper] = isOfPrototype ? rest.slice(1) : rest;
  const names = Object.hasOwn(es5, global) ? es5[global]?.[isOfPrototype ? 1 : 0] : undefined;
  if (names === undefined || name === undefined || deeper.length > 0) return false;
  return ![...names.split(" "), ...ofEvery].includes(name);
}

/** Methods of arrays and texts that came after ES5, under names that tell so of whatever they are called. */
const methods = new Set(
  "codePointAt copyWithin endsWith findIndex findLast findLastIndex flatMap includes matchAll padEnd padStart repeat replaceAll startsWith toReversed toSorted toSpliced trimEnd trimLeft trimRight trimStart".split(
    " ",
  ),
);

/** Whether a method of a name is one of arrays or texts after ES5, whatever it is called of. */
export function isMethodAfterEs5(name: string): boolean {
  return methods.has(name);
}

const globalsAfterEs5 = new Set(
  "AggregateError ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array DataView FinalizationRegistry Float32Array Float64Array Int16Array Int32Array Int8Array Intl Iterator Map Promise Proxy Reflect Set SharedArrayBuffer Symbol Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet globalThis".split(
    " ",
  ),
);

/** Whether a global came into the language after ES5. */
export function isGlobalAfterEs5(name: string): boolean {
  return globalsAfterEs5.has(name);
}

/** What comes with typed arrays wherever they are: who asks for one of these has the others. */
export const withTypedArrays = "ArrayBuffer Buffer Uint8Array getRandomValues".split(" ");

/** What tells which environment a script runs in. */
export const environment =
  "Buffer Deno define document exports global globalThis importScripts module navigator process require self window".split(
    " ",
  );
