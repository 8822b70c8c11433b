import { types } from "node:util";
import type { Context } from "node:vm";
import { inContext } from "../realm.ts";
import { writeInto } from "./bytes.ts";
import { type Invocation, type InvocationResult, type Kit, makeKit } from "./kit.ts";
import { type GuestCallback, Unpacker } from "./unpacker.ts";

type Callable = (...values: unknown[]) => unknown;
type Constructor = new (...values: unknown[]) => unknown;

interface MembraneOptions {
  /** Tells whether the call of the script is over: its code no longer runs. */
  readonly isOver: () => boolean;
  /** Work outside begins that a callback or a promise ends. Gives what is to be called at its end. */
  readonly begin: () => () => void;
  /** The prototype of the realm's own Buffer. */
  readonly bufferPrototype: () => object;
}

/**
 * Lets values cross between a script's realm and this one. Nothing of one realm is ever handed to the other as it is:
 *
 * - Functions and objects with a state get stand-ins; a stand-in that comes back is the original again.
 * - Plain objects, arrays, errors, dates and bytes are copied.
 * - The script's objects are read in its own realm, by the kit (kit.ts). Here nothing touches them but the internals of bytes:
 *   to read a property of a Proxy of the script's would hand its trap an array of this realm.
 */
export class Membrane {
  readonly #options: MembraneOptions;
  readonly #kit: Kit;
  readonly #unpacker: Unpacker;
  /** By what stands for them in the script's realm. */
  readonly #originals = new WeakMap<object, object>();
  /** The stand-ins in the script's realm, by the originals; also the script's own objects, by their copies. */
  readonly #guests = new WeakMap<object, object>();
  /** Values of the script's realm. */
  readonly #own = new WeakSet<object>();
  readonly #asynchronous = new WeakSet<object>();

  constructor(context: Context, options: MembraneOptions) {
    this.#options = options;
    this.#kit = inContext(
      context,
      makeKit,
    )({
      kindOf: (value) => (this.#originals.has(value) ? "known" : kindOf(value)),
      call: (called) => this.#call(called),
    });
    this.#unpacker = new Unpacker({
      originals: this.#originals,
      guests: this.#guests,
      callback: (work) => this.#callback(work),
      promise: (promise) => this.#promise(promise),
    });
    const { Object: object, Function: functions, Bytes } = this.#kit.prototypes;
    this.#guests.set(Object.prototype, object);
    this.#guests.set(Function.prototype, functions);
    this.#guests.set(Uint8Array.prototype, Bytes);
  }

  get kit(): Kit {
    return this.#kit;
  }

  /** Marks a value of the script's realm, so that it crosses as it is. */
  own<T>(value: T): T {
    if (isObject(value)) this.#own.add(value);
    return value;
  }

  /** The value that the script gets in place of another. */
  toScript<T>(value: T): T;
  toScript(value: unknown): unknown {
    if (!isObject(value) || this.#own.has(value)) return value;
    const known = this.#guests.get(value);
    if (known) {
      if (types.isArrayBufferView(value)) writeInto(known, value);
      return known;
    }
    if (typeof value === "function") return this.#standIn(value);
    if (types.isArrayBufferView(value)) return this.#bytes(value);
    if (types.isAnyArrayBuffer(value)) return this.#kit.bufferOf(this.#bytes(new Uint8Array(value)));
    if (types.isPromise(value)) return this.#deferred(value);
    if (types.isNativeError(value)) return this.#error(value);
    if (types.isDate(value)) return this.#kit.date(value.getTime());
    if (types.isRegExp(value)) return this.#kit.regexp(value.source, value.flags);
    return this.#object(value);
  }

  /** A module of Node.js: an object whose functions keep it as their `this`. */
  module(module: object, withheld: readonly string[] = []): object {
    const known = this.#guests.get(module);
    if (known) return known;
    const copy = this.#kit.object(this.#kit.prototypes.Object);
    this.#link(module, copy);
    const keys = Reflect.ownKeys(module).filter((key) => !withheld.includes(key as string));
    this.#copyProperties(module, { to: copy, keys });
    return copy;
  }

  /** Has the functions of a module count as work under way, from their call until their callback is called. */
  countWorkOf(module: object): void {
    for (const value of Object.values(module)) if (isObject(value)) this.#asynchronous.add(value);
  }

  #call({ standIn, self, values, isNew }: Invocation): InvocationResult {
    const unpack = this.#unpacker.begin();
    try {
      const original = this.#originals.get(standIn) as Callable;
      const receiver = unpack.value(self);
      const given = unpack.list(values);
      const end = this.#asynchronous.has(original) ? this.#workEndsWith(given) : undefined;
      let value: unknown;
      try {
        value = isNew
          ? Reflect.construct(original as unknown as Constructor, given)
          : Reflect.apply(original, receiver, given);
      } catch (error) {
        end?.();
        throw error;
      }
      unpack.writeBack();
      return { isThrown: false, value: this.toScript(value) };
    } catch (error) {
      return { isThrown: true, value: this.toScript(error) };
    }
  }

  /** Lets the callback at the end of the values end the work. */
  #workEndsWith(given: unknown[]): (() => void) | undefined {
    const callback = given.at(-1);
    if (typeof callback !== "function") return undefined;
    const end = this.#options.begin();
    given[given.length - 1] = function (this: unknown, ...values: unknown[]) {
      end();
      return Reflect.apply(callback, this, values);
    };
    return end;
  }

  /** A function of the script's, as functions here call it. */
  #callback(work: object): GuestCallback {
    const { isOver } = this.#options;
    const enter = (self: unknown, values: readonly unknown[]): unknown => {
      if (isOver()) return undefined;
      const given = values.map((value) => this.toScript(value));
      const { isThrown, value } = this.#kit.invokePacked(work, this.toScript(self), given);
      const unpacked = this.#unpacker.begin().value(value);
      if (isThrown) throw unpacked;
      return unpacked;
    };
    return function (this: unknown, ...values: unknown[]) {
      return enter(this, values);
    };
  }

  /** A promise of the script's. */
  #promise(promise: object): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#kit.subscribe(promise, this.toScript(resolve), this.toScript(reject));
    });
  }

  #deferred(promise: Promise<unknown>): object {
    const { promise: guest, resolve, reject } = this.#kit.deferred();
    const end = this.#options.begin();
    const settle = (work: unknown) => (value: unknown) => {
      end();
      if (!this.#options.isOver()) this.#kit.invoke(work, undefined, [this.toScript(value)]);
    };
    promise.then(settle(resolve), settle(reject));
    return guest;
  }

  #standIn(original: object): object {
    const standIn = this.#kit.standIn();
    this.#link(original, standIn);
    // A prototype is made with the first instance.
    const keys = Reflect.ownKeys(original).filter((key) => !ofEveryFunction.includes(key));
    this.#copyProperties(original, { to: standIn, keys });
    return standIn;
  }

  #bytes(original: NodeJS.ArrayBufferView): Uint8Array {
    const bytes = this.#kit.bytes(original.byteLength);
    writeInto(bytes, original);
    return Buffer.isBuffer(original)
      ? (this.#kit.withPrototype(bytes, this.#options.bufferPrototype()) as Uint8Array)
      : bytes;
  }

  #error(original: Error): object {
    const copy = this.#kit.error(typeOf(original), original.message);
    this.#guests.set(original, copy);
    const { name } = original;
    if (name !== typeOf(original))
      this.#kit.define({ to: copy, key: "name", value: name, enumerable: false });
    const keys = [...Object.keys(original), ...(Object.hasOwn(original, "cause") ? ["cause"] : [])];
    this.#copyProperties(original, { to: copy, keys });
    return copy;
  }

  /** An object whose state only Node.js sees gets a stand-in; one that is all data is copied. */
  #object(original: object): object {
    const prototype = Object.getPrototypeOf(original);
    const names = Object.keys(original);
    const isPlain = prototype === null || prototype === Object.prototype || Array.isArray(original);
    const isData = isPlain || (names.length > 0 && Object.getOwnPropertySymbols(original).length === 0);
    if (types.isMap(original) || types.isSet(original)) return this.#collection(original);
    const copy = Array.isArray(original)
      ? this.#kit.array(original.length)
      : this.#kit.object(this.#prototype(prototype));
    if (!isData) {
      this.#link(original, copy);
      return copy;
    }
    this.#guests.set(original, copy);
    this.#copyProperties(original, { to: copy, keys: names });
    return copy;
  }

  #collection(original: Map<unknown, unknown> | Set<unknown>): object {
    const isMap = types.isMap(original);
    const copy = isMap ? this.#kit.map() : this.#kit.set();
    for (const [key, value] of original.entries()) {
      if (isMap) this.#kit.addEntry(copy, this.toScript(key), this.toScript(value));
      else this.#kit.addElement(copy, this.toScript(value));
    }
    return copy;
  }

  #prototype(original: object | null): object | null {
    if (original === null) return null;
    const known = this.#guests.get(original);
    if (known) return known;
    const copy = this.#kit.object(this.#prototype(Object.getPrototypeOf(original)));
    this.#guests.set(original, copy);
    this.#copyProperties(original, { to: copy, keys: Reflect.ownKeys(original), withSetters: true });
    const maker = Object.getOwnPropertyDescriptor(original, "constructor")?.value;
    if (typeof maker === "function") this.#kit.inherit(this.toScript(maker), copy);
    return copy;
  }

  // The setters of shared objects are left out: `crypto.fips = 1` would last.
  #copyProperties(from: object, { to, keys, withSetters = false }: CopyTask): void {
    for (const key of keys) {
      const { value, get, set, enumerable } = Object.getOwnPropertyDescriptor(
        from,
        key,
      ) as PropertyDescriptor;
      const content = get
        ? { get: this.toScript(get), ...(withSetters && set && { set: this.toScript(set) }) }
        : { value: this.toScript(value) };
      this.#kit.define({ to, key, ...content, enumerable });
    }
  }

  #link(original: object, standIn: object): void {
    this.#guests.set(original, standIn);
    this.#originals.set(standIn, original);
  }
}

interface CopyTask {
  readonly to: object;
  readonly keys: readonly PropertyKey[];
  readonly withSetters?: boolean;
}

const ofEveryFunction: readonly PropertyKey[] = ["length", "name", "prototype", "arguments", "caller"];

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

function kindOf(value: object) {
  if (typeof value === "function") return "function";
  // Its target says what it is; it is read by the kit, through its traps.
  if (types.isProxy(value)) return "object";
  if (types.isArrayBufferView(value) || types.isAnyArrayBuffer(value)) return "bytes";
  if (Array.isArray(value)) return "array";
  if (types.isNativeError(value)) return "error";
  if (types.isDate(value)) return "date";
  if (types.isRegExp(value)) return "regexp";
  if (types.isMap(value)) return "map";
  if (types.isSet(value)) return "set";
  return types.isPromise(value) ? "promise" : "object";
}

const errorTypes = [RangeError, ReferenceError, SyntaxError, TypeError, URIError] as const;

function typeOf(error: Error): string {
  return errorTypes.find((type) => error instanceof type)?.name ?? "Error";
}
