/**
 * The half of the membrane that lives in a script's realm. It is made before the script runs, and uses nothing that the script
 * can change: the built-in functions are kept here, and records have no prototype. Records of either half are read by the
 * other, and by nobody else; they hold values of the realm that they are for.
 */

import type { ThrownError } from "../../protocol.ts";

/** The functions of the other half. They return values of this realm. */
export interface Outside {
  /** Looks at nothing but an object's internals: no code of the script's runs. */
  kindOf(value: object): TargetKind;
  /** Calls the function that a stand-in stands for. */
  call(called: Invocation): InvocationResult;
}

export type TargetKind =
  /** It stands for something outside. */
  | "known"
  | ("function" | "bytes" | "array" | "error" | "date" | "regexp" | "map" | "set" | "promise" | "object");

export interface Invocation {
  readonly standIn: object;
  readonly self: Packed;
  readonly values: readonly Packed[] | List;
  readonly isNew: boolean;
}

/** A value on its way out: a primitive as it is, an object as a PackedObject. */
export type Packed = unknown;

export interface PackedObject {
  /** `again`: it is the object with this id. */
  readonly kind: TargetKind | "again";
  /** Counts the objects of one call. */
  readonly id: number;
  readonly value: object;
  /** The elements of an array or a set; names, or keys, and values in turns; a date's time; source and flags. */
  readonly content?: List;
}

export interface List {
  readonly length: number;
  readonly [index: number]: Packed;
}

export interface InvocationResult {
  readonly isThrown: boolean;
  readonly value: unknown;
}

export interface PropertyDefinition {
  readonly to: object;
  readonly key: PropertyKey;
  readonly value?: unknown;
  readonly get?: unknown;
  readonly set?: unknown;
  readonly enumerable?: boolean | undefined;
}

/** The description of a thrown value. */
export type ThrownDescription = Partial<ThrownError> & Pick<ThrownError, "name">;

export type Kit = ReturnType<typeof makeKit>;

/** Runs inside the realm: see `inContext`. */
export function makeKit(outside: Outside) {
  const { apply, defineProperty } = Reflect;
  const { create, keys, setPrototypeOf } = Object;
  const { stringify } = JSON;
  const own = { Array, Date, Map, Object, Promise, RegExp, Set, String, Uint8Array, WeakMap, Function };
  const record = <T extends object>(properties: T): T => setPrototypeOf(properties, null);
  const errors = record({ Error, RangeError, ReferenceError, SyntaxError, TypeError, URIError });
  const { get: lookUp, set: remember } = WeakMap.prototype;
  const { getTime } = Date.prototype;
  const { then } = Promise.prototype;
  const { forEach: forEachEntry, set: addEntry } = Map.prototype;
  const { forEach: forEachElement, add: addElement } = Set.prototype;
  const bufferOf = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), "buffer")
    ?.get as (this: Uint8Array) => ArrayBuffer;

  type Growing = { [index: number]: Packed; length: number };
  const newList = (length = 0): Growing => record({ length });
  const isObject = (value: unknown): value is object =>
    (typeof value === "object" && value !== null) || typeof value === "function";

  return {
    prototypes: record({
      Object: Object.prototype,
      Function: Function.prototype,
      Bytes: Uint8Array.prototype,
    }),
    standIn,
    invoke,
    invokePacked,
    describe,
    describeEnriched,
    define,
    /** A function's own prototype cannot be configured. */
    inherit: (maker: object, prototype: object): void =>
      void defineProperty(maker, "prototype", record({ value: prototype })),
    object: (prototype: object | null): object => create(prototype),
    array: (length: number): object => new own.Array(length),
    bytes: (length: number) => new own.Uint8Array(length),
    bufferOf: (bytes: Uint8Array) => apply(bufferOf, bytes, []),
    withPrototype: (of: object, prototype: object | null): object => setPrototypeOf(of, prototype),
    date: (time: number): object => new own.Date(time),
    regexp: (source: string, flags: string): object => new own.RegExp(source, flags),
    map: (): object => new own.Map(),
    set: (): object => new own.Set(),
    addEntry: (map: object, key: unknown, value: unknown) => void apply(addEntry, map, [key, value]),
    addElement: (set: object, value: unknown) => void apply(addElement, set, [value]),
    error: (type: string, message: string): object =>
      new (errors[type as keyof typeof errors] ?? errors.Error)(message),
    deferred,
    subscribe,
    sink,
  };

  /** Packs values for the way out; an object that comes twice is the same one outside. */
  function packer(): (value: unknown) => Packed {
    const seen = new own.WeakMap();
    let count = 0;
    return pack;

    function pack(value: unknown): Packed {
      if (!isObject(value)) return value;
      const before: number | undefined = apply(lookUp, seen, [value]);
      if (before !== undefined) return record({ kind: "again", id: before, value });
      const id = count;
      count += 1;
      apply(remember, seen, [value, id]);
      const kind = kindOf(value);
      return record({ kind, id, value, content: contentOf(kind, value) });
    }

    function contentOf(kind: TargetKind, value: object): List | undefined {
      if (kind === "array") return elementsOf(value as unknown[]);
      if (kind === "object") return propertiesOf(value, keys(value));
      if (kind === "error") return propertiesOf(value, errorKeys(value));
      if (kind === "date") return single(apply(getTime, value, []));
      if (kind === "regexp") {
        const pair = newList();
        add(pair, `${(value as RegExp).source}`);
        add(pair, `${(value as RegExp).flags}`);
        return pair;
      }
      if (kind === "map" || kind === "set") return entriesOf(kind, value);
      return undefined;
    }

    function elementsOf(array: readonly unknown[]): List {
      const list = newList(array.length);
      for (let index = 0; index < list.length; index += 1) {
        if (index in array) list[index] = pack(array[index]);
      }
      return list;
    }

    function propertiesOf(value: object, names: readonly string[]): List {
      const list = newList();
      for (let index = 0; index < names.length; index += 1) {
        const name = names[index] as string;
        add(list, name);
        add(list, pack((value as { [name: string]: unknown })[name]));
      }
      return list;
    }

    function entriesOf(kind: "map" | "set", value: object): List {
      const list = newList();
      const addPacked = (entry: unknown) => add(list, pack(entry));
      if (kind === "set") apply(forEachElement, value, [(element: unknown) => addPacked(element)]);
      else {
        const addBoth = (entry: unknown, key: unknown) => {
          addPacked(key);
          addPacked(entry);
        };
        apply(forEachEntry, value, [addBoth]);
      }
      return list;
    }
  }

  /** The only error of the engine's that comes from outside. */
  function tooDeep(): RangeError {
    return new errors.RangeError("Maximum call stack size exceeded");
  }

  function kindOf(value: object): TargetKind {
    let kind: TargetKind | undefined;
    try {
      kind = outside.kindOf(value);
    } catch {
      // The same as in a stand-in.
    }
    if (!kind) throw tooDeep();
    const isThenable = kind === "object" && typeof (value as { then?: unknown }).then === "function";
    return isThenable ? "promise" : kind;
  }

  function add(list: Growing, value: Packed): void {
    list[list.length] = value;
    list.length += 1;
  }

  function single(value: Packed): List {
    const list = newList();
    add(list, value);
    return list;
  }

  function errorKeys(error: object): readonly string[] {
    const names = newList();
    add(names, "name");
    add(names, "message");
    add(names, "stack");
    const others = keys(error);
    for (let index = 0; index < others.length; index += 1) add(names, others[index]);
    return names as unknown as readonly string[];
  }

  /** A function that stands for one outside. */
  function standIn(): object {
    const made = function (this: unknown, ...values: unknown[]) {
      const pack = packer();
      const self = pack(this);
      const packed = newList(values.length);
      for (let index = 0; index < values.length; index += 1) packed[index] = pack(values[index]);
      let outcome: InvocationResult | undefined;
      try {
        outcome = outside.call({ standIn: made, self, values: packed, isNew: new.target !== undefined });
      } catch {
        // An error of the realm outside: nothing may look at it. Its half of the membrane catches all but the engine's own.
      }
      if (!outcome) throw tooDeep();
      if (outcome.isThrown) throw outcome.value;
      return outcome.value;
    };
    return made;
  }

  /** Calls a function of the script's. Its result or exception stays as it is. */
  function invoke(work: unknown, self: unknown, values: readonly unknown[]): InvocationResult {
    try {
      const list = new own.Array(values.length);
      for (let key = 0; key < values.length; key += 1) define({ to: list, key, value: values[key] });
      return record({ isThrown: false, value: apply(work as () => unknown, self, list) });
    } catch (error) {
      return record({ isThrown: true, value: error });
    }
  }

  /** As `invoke`, packed for the way out. */
  function invokePacked(work: unknown, self: unknown, values: readonly unknown[]): InvocationResult {
    const { isThrown, value } = invoke(work, self, values);
    try {
      return record({ isThrown, value: packer()(value) });
    } catch (error) {
      // Reading it has thrown.
      return record({ isThrown: true, value: isObject(error) ? describe(error).message : error });
    }
  }

  function define({ to, key, value, get, set, enumerable = true }: PropertyDefinition): void {
    const content = get ? { get, set } : { value, writable: true };
    defineProperty(to, key, record({ ...content, enumerable, configurable: true }) as PropertyDescriptor);
  }

  function deferred() {
    let resolve: ((value: unknown) => void) | undefined;
    let reject: typeof resolve;
    const promise = new own.Promise((first, second) => {
      resolve = first;
      reject = second;
    });
    return record({ promise, resolve, reject });
  }

  /** Waits for a promise of the script's. The other two are functions of this realm. */
  function subscribe(promise: object, resolve: object, reject: object): void {
    apply(then, new own.Promise((settle) => settle(promise)), [resolve, reject] as never);
  }

  /** A function that hands its value out unchanged, to one that does not look into it. */
  function sink(hear: (value: unknown) => void): (value: unknown) => void {
    return (value) => {
      try {
        hear(value);
      } catch {
        // The realm outside: nothing may look at it.
      }
    };
  }

  /** Says in texts what was thrown, an error or not. Reading it may throw in turn. Without a message, it is no JSON either. */
  function describe(thrown: unknown): ThrownDescription {
    if (!isObject(thrown)) {
      return record({ name: "Error", message: own.String(thrown), primitive: typeof thrown });
    }
    const name = textAt(thrown, "name");
    const message = textAt(thrown, "message");
    const stack = textAt(thrown, "stack");
    const text = message ?? inJson(thrown);
    const cause = causeOf(thrown);
    return record({
      name: name ?? "Error",
      ...(text !== undefined && { message: text }),
      ...(stack !== undefined && { stack }),
      ...(cause !== undefined && { cause }),
    });
  }

  /** The message of the error that another one has as its cause. */
  function causeOf(thrown: object): string | undefined {
    try {
      const { cause } = thrown as { readonly cause?: unknown };
      return isObject(cause) ? textAt(cause, "message") : undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * As `describe`, once core has written into the message: what it cannot write into is another error then. Source: core, middleware.js,
   * `enrichErrorMessages`.
   */
  function describeEnriched(thrown: unknown): ThrownDescription {
    const original = describe(thrown);
    if (!isObject(thrown) || original.message === undefined) return original;
    const error = thrown as { message: unknown; readonly doNotContextify?: unknown };
    try {
      const message = `${error.message}`;
      if (!error.doNotContextify) error.message = message;
      return record({
        ...original,
        message,
        ...(message !== original.message && { original: original.message }),
      });
    } catch (refused) {
      return record({ ...describe(refused), original: original.message });
    }
  }

  function textAt(thrown: object, key: string): string | undefined {
    try {
      const value = (thrown as { [key: string]: unknown })[key];
      return typeof value === "string" ? value : undefined;
    } catch {
      return undefined;
    }
  }

  function inJson(thrown: object): string | undefined {
    try {
      return stringify(thrown) ?? "nothing";
    } catch {
      return undefined;
    }
  }
}
