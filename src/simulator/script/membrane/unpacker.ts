import { copiedBytes, writeInto } from "./bytes.ts";
import type { List, Packed, PackedObject } from "./kit.ts";

export type GuestCallback = (...values: unknown[]) => unknown;

interface UnpackerParts {
  /** By what stands for them in the script's realm. */
  readonly originals: WeakMap<object, object>;
  /** The originals of copies, which go back as these. */
  readonly guests: WeakMap<object, object>;
  readonly callback: (work: object) => GuestCallback;
  readonly promise: (promise: object) => Promise<unknown>;
}

/** Makes values of this realm of what the kit has packed. */
export class Unpacker {
  readonly #parts: UnpackerParts;
  readonly #callbacks = new WeakMap<object, GuestCallback>();

  constructor(parts: UnpackerParts) {
    this.#parts = parts;
  }

  /** The values of one call. */
  begin(): Unpacking {
    return new Unpacking(this.#parts, (work) => this.#callback(work));
  }

  /** The same one for the same function: so a listener can be removed. */
  #callback(work: object): GuestCallback {
    const known = this.#callbacks.get(work);
    if (known) return known;
    const callback = this.#parts.callback(work);
    this.#callbacks.set(work, callback);
    this.#parts.guests.set(callback, work);
    return callback;
  }
}

class Unpacking {
  readonly #parts: UnpackerParts;
  readonly #callback: (work: object) => GuestCallback;
  readonly #objects: object[] = [];
  readonly #bytes: { readonly copy: ReturnType<typeof copiedBytes>; readonly of: object }[] = [];

  constructor(parts: UnpackerParts, callback: (work: object) => GuestCallback) {
    this.#parts = parts;
    this.#callback = callback;
  }

  list(values: List | readonly Packed[]): unknown[] {
    return Array.from({ length: values.length }, (_, index) => this.value(values[index]));
  }

  value(packed: Packed): unknown {
    if (typeof packed !== "object" || packed === null) return packed;
    const { kind, id } = packed as PackedObject;
    return kind === "again" ? this.#objects[id] : this.#object(packed as PackedObject);
  }

  /** Writes changes of the copies of bytes into the script's own. */
  writeBack(): void {
    for (const { copy, of } of this.#bytes) writeInto(of, copy);
  }

  #object(packed: PackedObject): object {
    const { kind, id, value } = packed;
    if (kind === "known") return this.#is(id, this.#parts.originals.get(value) as object);
    if (kind === "function") return this.#is(id, this.#callback(value));
    const made = this.#made(packed);
    this.#is(id, made);
    this.#parts.guests.set(made, value);
    this.#fill(made, packed);
    return made;
  }

  #is<T extends object>(id: number, made: T): T {
    this.#objects[id] = made;
    return made;
  }

  #made({ kind, value, content }: PackedObject): object {
    if (kind === "bytes") {
      const copy = copiedBytes(value);
      this.#bytes.push({ copy, of: value });
      return copy;
    }
    if (kind === "promise") return this.#parts.promise(value);
    if (kind === "array") return new Array(content?.length ?? 0);
    if (kind === "error") return new Error();
    if (kind === "date") return new Date(content?.[0] as number);
    if (kind === "regexp") return new RegExp(content?.[0] as string, content?.[1] as string);
    if (kind === "map") return new Map();
    return kind === "set" ? new Set() : {};
  }

  #fill(made: object, { kind, content }: PackedObject): void {
    if (!content || kind === "date" || kind === "regexp") return;
    for (let index = 0; index < content.length; index += kind === "array" || kind === "set" ? 1 : 2) {
      if (kind === "array" && !(index in content)) continue;
      const [first, second] = [this.value(content[index]), content[index + 1]];
      if (made instanceof Set) made.add(first);
      else if (made instanceof Map) made.set(first, this.value(second));
      else if (Array.isArray(made)) made[index] = first;
      else defineValue(made, first as string, this.value(second));
    }
  }
}

/** Also under the name `__proto__`. */
function defineValue(of: object, key: string, value: unknown): void {
  const hidden = of instanceof Error && ["name", "message", "stack"].includes(key);
  Object.defineProperty(of, key, { value, writable: true, enumerable: !hidden, configurable: true });
}
