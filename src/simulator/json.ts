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

/** Tells objects of keys and values from lists, bytes and null. */
export function isPlainObject(value: unknown): value is { [key: string]: unknown } {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
  );
}
