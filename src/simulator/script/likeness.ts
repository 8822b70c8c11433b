import { types } from "node:util";
import type { Context } from "node:vm";
import { inContext } from "./context.ts";
import { guarded } from "./guarded.ts";
import type { ScriptHost } from "./host.ts";

type Callable = (...args: unknown[]) => unknown;
type Constructor = new (...args: unknown[]) => unknown;
type Call = (self: unknown, args: unknown[], isNew: boolean) => unknown;

/**
 * Makes likenesses of what belongs to Node.js: objects and functions of the script's own context that do the same. What a
 * script does to them ends with the call, and they lead to no object of this realm. Bytes become the script's own; plain
 * objects and arrays are copied; of anything else only the original is whole, and its likeness asks it.
 */
export class Likenesses {
  readonly #context: Context;
  readonly #host: ScriptHost;
  readonly #realm: ReturnType<typeof makeRealm>;
  readonly #likenesses = new WeakMap<object, object>();
  readonly #originals = new WeakMap<object, object>();

  constructor(context: Context, host: ScriptHost) {
    this.#context = context;
    this.#host = host;
    this.#realm = inContext(context, makeRealm)();
    const { ObjectPrototype, FunctionPrototype, Bytes } = this.#realm;
    this.#likenesses.set(Object.prototype, ObjectPrototype);
    this.#likenesses.set(Function.prototype, FunctionPrototype);
    this.#likenesses.set(Uint8Array.prototype, Bytes.prototype);
  }

  /** What the script gets in place of a value. */
  of<T>(value: T): T;
  of(value: unknown): unknown {
    if (!isObject(value)) return value;
    const known = this.#likenesses.get(value);
    if (known) return known;
    if (this.#isOfScript(value)) return value;
    if (typeof value === "function") return this.#function(value);
    if (types.isUint8Array(value)) return this.#bytes(value);
    if (types.isAnyArrayBuffer(value)) return this.#bytes(new Uint8Array(value)).buffer;
    if (value instanceof Error) return Object.assign(this.#realm.error(value.message), { name: value.name });
    if (Array.isArray(value)) return this.#copy(value, this.#realm.array());
    const prototype = Object.getPrototypeOf(value);
    if (prototype === null || prototype === Object.prototype) {
      return this.#copy(value, this.#realm.object(this.of(prototype)));
    }
    return this.#instance(value, prototype);
  }

  /** What Node.js gets in place of what the script hands over. */
  #originalOf(value: unknown): unknown {
    if (!isObject(value)) return value;
    const known = this.#originals.get(value);
    if (known) return known;
    if (typeof value === "function") return this.#callback(value);
    if (
      types.isUint8Array(value) &&
      Object.getPrototypeOf(value) === this.#likenesses.get(Buffer.prototype)
    ) {
      return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    }
    return value;
  }

  #function(original: object): object {
    const call: Call = (self, args, isNew) => {
      const given = Array.from(args, (value) => this.#originalOf(value));
      return this.of(
        isNew
          ? Reflect.construct(original as Constructor, given)
          : Reflect.apply(original as Callable, this.#originalOf(self), given),
      );
    };
    const likeness = this.#realm.callable(guarded(this.#context, call));
    this.#link(original, likeness);
    // A prototype is made with the first instance.
    const own = Reflect.ownKeys(original).filter((key) => !ofEveryFunction.includes(key));
    this.#copyProperties(original, likeness, own);
    return likeness;
  }

  #copy(original: object, copy: object): object {
    this.#likenesses.set(original, copy);
    const keys = Reflect.ownKeys(original).filter((key) => !(Array.isArray(original) && key === "length"));
    this.#copyProperties(original, copy, keys);
    return copy;
  }

  /** An object with a state that only Node.js can see stays linked; one that is all data is copied. */
  #instance(original: object, prototype: object): object {
    const likeness = this.#realm.object(this.#prototype(prototype));
    const names = Object.keys(original);
    const isData = names.length > 0 && Object.getOwnPropertySymbols(original).length === 0;
    if (isData) return this.#copy(original, likeness);
    this.#link(original, likeness);
    return likeness;
  }

  #prototype(original: object | null): object | null {
    if (original === null) return null;
    const known = this.#likenesses.get(original);
    if (known) return known;
    const likeness = this.#realm.object(this.#prototype(Object.getPrototypeOf(original)));
    this.#likenesses.set(original, likeness);
    this.#copyProperties(original, likeness, Reflect.ownKeys(original), "with setters");
    const maker = Object.getOwnPropertyDescriptor(original, "constructor")?.value;
    if (typeof maker === "function") Object.assign(this.of(maker), { prototype: likeness });
    return likeness;
  }

  #bytes(original: Uint8Array): Uint8Array {
    const { Bytes } = this.#realm;
    const isOwnMemory = this.#isOfScript(original.buffer);
    const bytes = isOwnMemory
      ? new Bytes(original.buffer, original.byteOffset, original.byteLength)
      : new Bytes(original);
    return Object.setPrototypeOf(bytes, this.#prototype(Object.getPrototypeOf(original)));
  }

  /** A function of the script that Node.js calls. */
  #callback(script: object): object {
    const callback = new Proxy(script as Callable, {
      apply: (target, self, args) => {
        if (this.#host.over) return undefined;
        return Reflect.apply(
          target,
          this.of(self),
          args.map((value) => this.of(value)),
        );
      },
    });
    this.#link(callback, script);
    return callback;
  }

  // Without the setters of what all calls share: `crypto.fips = 1` would last.
  #copyProperties(from: object, to: object, keys: readonly PropertyKey[], setters?: "with setters"): void {
    for (const key of keys) {
      const { value, get, set, ...rest } = Object.getOwnPropertyDescriptor(from, key) as PropertyDescriptor;
      const content = get
        ? { get: this.of(get), ...(setters && set && { set: this.of(set) }) }
        : { value: this.of(value) };
      Object.defineProperty(to, key, { ...rest, ...content, configurable: true });
    }
  }

  #link(original: object, likeness: object): void {
    this.#likenesses.set(original, likeness);
    this.#originals.set(likeness, original);
  }

  #isOfScript(value: object): boolean {
    return Object.prototype.isPrototypeOf.call(this.#realm.ObjectPrototype, value);
  }
}

const ofEveryFunction: readonly PropertyKey[] = ["length", "name", "prototype", "arguments", "caller"];

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

function makeRealm() {
  return {
    ObjectPrototype: Object.prototype,
    FunctionPrototype: Function.prototype,
    Bytes: Uint8Array,
    array: (): object => [],
    object: (prototype: object | null): object => Object.create(prototype),
    error: (message: string): object => new Error(message),
    callable: (call: Call): object =>
      function (this: unknown, ...args: unknown[]) {
        return call(this, args, new.target !== undefined);
      },
  };
}
