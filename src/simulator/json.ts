/** Tells whether JSON can hold a value as it is: no Date, no function, nothing that holds itself. */
export function isJson(value: unknown): boolean {
  return holdsJson(value, []);
}

function holdsJson(value: unknown, within: readonly object[]): boolean {
  if (value === undefined || value === null || typeof value === "string" || typeof value === "boolean")
    return true;
  if (typeof value !== "object") return Number.isFinite(value);
  if (within.includes(value) || !(Array.isArray(value) || isKeyed(value))) return false;
  return Object.values(value).every((entry) => holdsJson(entry, [...within, value]));
}

/** Tells whether it is an object of keys and values: no list, no Map, no Date. */
export function isKeyed(value: unknown): value is { readonly [key: string]: unknown } {
  // Not `instanceof`: a test's environment may have objects of its own.
  return Object.prototype.toString.call(value) === "[object Object]";
}

/** Tells objects of keys and values from lists, bytes, null and what JSON does not have. */
export function isPlainObject(value: unknown): value is { [key: string]: unknown } {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return !(value instanceof Uint8Array || value instanceof UnlikeJson);
}

/** An object of a script that JSON does not have: a date, or one of a class. */
export class UnlikeJson {
  readonly #text: string;
  readonly #json: unknown;

  /**
   * @param text - what `String` makes of it
   * @param json - what JSON makes of it. Its keys are those of the object
   */
  constructor(text: string, json: unknown) {
    this.#text = text;
    this.#json = json;
    if (typeof json === "object") Object.assign(this, json);
  }

  toString(): string {
    return this.#text;
  }

  toJSON(): unknown {
    return this.#json;
  }
}
