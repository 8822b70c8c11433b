import type { Param } from "../../model/bundles/shared.ts";
import { isPlainObject } from "../json.ts";
import { NotSimulated } from "../not-simulated.ts";
import type { DraftHeaders, DraftRequest } from "./prepared-request.ts";
import { orUriError } from "./urls.ts";

/** The result of a `pre_` method. */
export type PreResult = { readonly [key: string]: unknown };

// Source: zapier-platform-core, what its z.request looks at besides. Every other key of the result is ignored there and here.
const notSimulated: readonly { readonly key: string; readonly hasEffect: (value: unknown) => boolean }[] = [
  { key: "raw", hasEffect: Boolean },
  { key: "agent", hasEffect: Boolean },
  { key: "counter", hasEffect: Boolean },
  { key: "merge", hasEffect: (value) => value !== undefined && !value },
];

// Source: likewise. Under any other key of the result a function is none there either.
const functionKeys = ["agent", "encodeURIComponent"];

/** Throws where a `pre_` method has returned a function that the platform would call. */
export function refuseFunctions(keys: readonly string[]): void {
  const effective = keys.find((key) => functionKeys.includes(key));
  if (effective) throw new NotSimulated(`The function ${effective} in what a pre_ method returns`);
}

/** The prepared request with what a `pre_` method has changed. Source of each step: runner, index.js, `runEventCombo`. */
export function changeRequest(prepared: DraftRequest, result: PreResult): DraftRequest {
  const effective = notSimulated.find(({ key, hasEffect }) => hasEffect(result[key]));
  if (effective) throw new NotSimulated(`The key ${effective.key} in what a pre_ method returns`);
  const { data, ...changes } = result;
  const changed = { ...prepared, ...changes } as DraftRequest;
  const request = { ...changed, body: bodyOf(data, changed.body) };
  const { url, params } = mergeQuery(encodeUrl(request.url), request.params);
  return { ...request, url, params: withoutNull(params), headers: cleanHeaders(request.headers) };
}

function bodyOf(data: unknown, otherwise: unknown): unknown {
  if (data === null || data === "") return "";
  if (!data) return otherwise;
  // Source: docs/platform.md, "A request from start to end", 5.
  if (isPlainObject(data)) return formEncode(data);
  try {
    // Text that is JSON is written anew before it is sent: without its blanks, or as a form if the type says so.
    return JSON.parse(String(data));
  } catch {
    return data;
  }
}

/**
 * Percent-encodes what is not encoded yet, except braces: `a b%20c` -> `a%20b%20c`, `%7B{` -> `{{`. A `pre_` method may have
 * given what is no text.
 */
function encodeUrl(url: unknown): string {
  const encoded = orUriError(() => String(url).replace(/[^%{}]+/g, encodeURI));
  return encoded.replaceAll("%7B", "{").replaceAll("%7D", "}");
}

/** Takes the query string off the address. A name that occurs twice becomes a list. */
export function mergeQuery(
  url: string,
  params: DraftRequest["params"],
): Pick<DraftRequest, "url" | "params"> {
  const start = url.indexOf("?");
  if (start < 0) return { url, params };
  const merged: { [name: string]: Param } = {};
  const add = (name: string, value: Param) => {
    const known = merged[name];
    merged[name] = known === undefined ? value : ([known, value].flat() as Param);
  };
  for (const [name, value] of new URLSearchParams(url.slice(start + 1))) add(name, value);
  // Source: runner, index.js, `mergeQueryParams`: null is Python's None here, and only here.
  for (const [name, value] of Object.entries(params ?? {})) add(name, value === null ? "None" : value);
  return { url: url.slice(0, start), params: merged };
}

/** null and undefined are dropped, empty strings kept. */
function withoutNull(params: DraftRequest["params"]): DraftRequest["params"] {
  const entries = Object.entries(params ?? {}).filter(([, value]) => value != null);
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      Array.isArray(value) ? value.filter((entry) => entry != null) : value,
    ]),
  );
}

/** CR, LF and tab go. The first of several spellings of a name stays, with the last value. */
function cleanHeaders(headers: DraftHeaders): DraftHeaders {
  const spellings = new Map<string, string>();
  const clean: { [name: string]: string } = {};
  for (const [name, value] of Object.entries(headers ?? {})) {
    const cleanName = stripped(name);
    if (!cleanName) continue;
    const spelling = spellings.get(cleanName.toLowerCase()) ?? cleanName;
    spellings.set(cleanName.toLowerCase(), spelling);
    clean[spelling] = typeof value === "string" ? stripped(value) : value;
  }
  return clean;
}

function stripped(text: string): string {
  return text.replace(/[\r\n\t]/g, "").trim();
}

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
