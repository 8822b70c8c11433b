/**
 * The bytes of a script's realm. They are read and written by this realm's built-in functions, which look at nothing but
 * internals: `bytes.length` could run code of the script's.
 */
import { types } from "node:util";

type Bytes = NodeJS.ArrayBufferView | ArrayBufferLike;
type Getter = (of: object) => unknown;

const get = (prototype: object, name: string): Getter => {
  const read = Object.getOwnPropertyDescriptor(prototype, name)?.get as () => unknown;
  return (of) => Reflect.apply(read, of, []);
};
const parts = (prototype: object) => ({
  buffer: get(prototype, "buffer"),
  byteOffset: get(prototype, "byteOffset"),
  byteLength: get(prototype, "byteLength"),
});
const ofTypedArray = parts(Object.getPrototypeOf(Uint8Array.prototype));
const ofDataView = parts(DataView.prototype);
const { set } = Uint8Array.prototype;

type ViewConstructor = new (memory: ArrayBuffer) => NodeJS.ArrayBufferView;
const others: readonly ViewConstructor[] = [
  ...[Int8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array],
  ...[Float32Array, Float64Array, BigInt64Array, BigUint64Array, DataView],
];
const checks: { readonly [name: string]: (value: unknown) => boolean } = { ...types };

/** A copy of a script's bytes: a Buffer of a Uint8Array, else a value of the same type. */
export function copiedBytes(bytes: object): Bytes {
  const memory = memoryOf(bytes);
  const copy = Buffer.from(new ArrayBuffer(memory.length));
  Reflect.apply(set, copy, [memory]);
  if (types.isUint8Array(bytes)) return copy;
  const other = others.find(({ name }) => checks[`is${name}`]?.(bytes));
  return other ? new other(copy.buffer) : copy.buffer;
}

/** Writes bytes into a script's, where they differ. */
export function writeInto(scripts: object, bytes: Bytes): void {
  const [to, from] = [memoryOf(scripts), memoryOf(bytes)];
  if (to.length === from.length && Buffer.compare(to, from) !== 0) Reflect.apply(set, to, [from]);
}

/** The memory behind them. It must not be kept: its `buffer` is the script's. */
function memoryOf(bytes: object): Uint8Array {
  if (types.isAnyArrayBuffer(bytes)) return new Uint8Array(bytes);
  const { buffer, byteOffset, byteLength } = types.isDataView(bytes) ? ofDataView : ofTypedArray;
  return new Uint8Array(
    buffer(bytes) as ArrayBuffer,
    byteOffset(bytes) as number,
    byteLength(bytes) as number,
  );
}
