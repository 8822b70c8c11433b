import { isPlainObject } from "../json.ts";
import { orUriError } from "./uri-error.ts";

/**
 * The form that the platform makes of an object, as Python would write its values. Names are not encoded.
 * Source: runner, index.js, `encodeFormData`. `{a: true, b: [1, null], c: {d: 2}}` -> `a=True&b=1&c=d`
 */
export function formEncode(data: object): string {
  return Object.entries(data)
    .flatMap(([name, value]) =>
      valuesOf(value).map((entry) => `${name}=${orUriError(() => encodeURIComponent(asPython(entry)))}`),
    )
    .join("&");
}

function valuesOf(value: unknown): unknown[] {
  if (isPlainObject(value)) return Object.keys(value);
  return [value].flat().filter((entry) => entry !== null && entry !== undefined);
}

function asPython(value: unknown): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  return String(value);
}
