/**
 * The query string, or form, that z.request makes of an object.
 * Source: npm `request` 2.88 with `qs` 6.5. `{a: [1, 2], b: {c: null}}` -> `a%5B0%5D=1&a%5B1%5D=2&b%5Bc%5D=`
 */
export function nestedQuery(data: object): string {
  return Object.entries(data)
    .flatMap(([key, value]) => pairs(key, value))
    .join("&");
}

function pairs(key: string, value: unknown): string[] {
  if (value === undefined || typeof value === "function") return [];
  if (isDate(value)) return pairs(key, value.toISOString());
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([part, entry]) => pairs(`${key}[${part}]`, entry));
  }
  return [`${encode(key)}=${value === null ? "" : encode(String(value))}`];
}

// A Date of the script's context is not `instanceof` this Date.
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}

/** RFC 3986: `!'()*` are encoded too. */
export function encode(text: string): string {
  return encodeReserved(encodeURIComponent(text));
}

/** Encodes `!'()*`, which encodeURIComponent leaves, in text that is encoded already. */
export function encodeReserved(text: string): string {
  return text.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
