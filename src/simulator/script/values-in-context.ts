/** The key of an object that stands for a value which JSON does not have: its kind, and its content. */
export const valueMark = "\u0000value";

/** A stand-in for a value: a number's text; the bytes of a Buffer; an object's text, with its JSON. */
export type MarkedValue =
  | readonly ["number", text: string]
  | readonly ["buffer", bytes: readonly number[]]
  | readonly ["object", text: string, json?: unknown]
  | readonly ["undefined"];

/**
 * Writes a value as JSON, with marks for what JSON changes: NaN and Infinity, Buffers, dates, functions and other objects that are
 * not plain. A `toJSON` of the value itself is not called. Gives nothing where JSON changes nothing. It lives in the context: see
 * `inContext`.
 */
export function makeValueWriter(mark: string): (value: unknown) => string | undefined {
  const { getPrototypeOf, prototype: ofAll } = Object;
  const { isArray } = Array;
  const { isView } = ArrayBuffer;
  const { parse, stringify } = JSON;
  const { isFinite: isNumber } = Number;
  const text = String;

  return (value) => {
    if (typeof value !== "object" || value === null) return undefined;
    let isChanged = false;
    let result: object | undefined;
    const marked = (...of: MarkedValue) => {
      isChanged = true;
      return { [mark]: of };
    };
    function replaced(this: { readonly [key: string]: unknown }, key: string, json: unknown): unknown {
      const original = this[key];
      if (typeof original === "number" && !isNumber(original)) return marked("number", text(original));
      // The keys of the result itself are told apart elsewhere.
      if (original === undefined) return this === result ? undefined : marked("undefined");
      if (typeof original === "function")
        return this === result ? undefined : marked("object", text(original));
      if (typeof original !== "object" || original === null) return original;
      if (isArray(original)) return original;
      // The platform takes the own keys of the result itself.
      if (original === value && !isView(original)) {
        isChanged ||= json !== original;
        result = { ...original };
        return result;
      }
      if (isPlain(original)) return json;
      const { type, data } = Object(json) as { readonly type?: unknown; readonly data?: readonly number[] };
      if (isView(original) && type === "Buffer" && isArray(data)) return marked("buffer", data);
      return marked("object", textOf(original), parse(stringify(original)));
    }
    const written: string | undefined = stringify(value, replaced);
    return isChanged ? written : undefined;
  };

  function isPlain(value: object): boolean {
    const prototype = getPrototypeOf(value);
    return prototype === ofAll || prototype === null;
  }

  function textOf(value: object): string {
    try {
      return text(value);
    } catch {
      return "";
    }
  }
}
