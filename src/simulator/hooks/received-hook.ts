import { parse as parseForm } from "node:querystring";
import type { HttpMethod, Json } from "../../model/bundles/shared.ts";
import { isPlainObject } from "../json.ts";
import { parseXml } from "./xml.ts";

/** A request that reaches the address of a Zap. */
export interface Hook {
  /** Default: POST. */
  readonly method?: HttpMethod;
  readonly headers?: { readonly [name: string]: string };
  /** The part of the address behind the `?`. */
  readonly querystring?: string;
  /** A text is the body as it is; anything else is sent as JSON. */
  readonly body?: unknown;
}

/** `bundle.request` of `catch_hook`. */
export interface RawRequest {
  readonly method: string;
  readonly headers: { readonly [name: string]: string };
  readonly querystring: string;
  readonly content: string;
}

/** The hook as it comes in. A body that is not a text gets the content type of JSON, unless the hook names one. */
export function rawRequest({ method = "POST", headers = {}, querystring = "", body }: Hook): RawRequest {
  if (body === undefined || typeof body === "string") {
    return { method, headers, querystring, content: body ?? "" };
  }
  const typed = Object.keys(headers).some((name) => name.toLowerCase() === "content-type");
  const withType = typed ? headers : { ...headers, "Content-Type": "application/json" };
  return { method, headers: withType, querystring, content: JSON.stringify(body) };
}

/** A header of a hook, in any spelling. */
export function headerOf({ headers }: Pick<RawRequest, "headers">, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

/**
 * The platform's parse of a hook. Source: docs/platform.md, "Hooks"; the archived documentation, "Using the Webhooks".
 * `?hello=world` with the form `some_json={"foo":1}` -> `{queryset: {hello: "world"}, some_json: {foo: 1}}`
 */
export function cleanedRequest(hook: RawRequest): Json {
  const body = parseBody(hook);
  // A list at the root wins over everything else.
  if (Array.isArray(body)) return body;
  const query = flatForm(hook.querystring);
  // Assumed: of a body that is no object, and of one that cannot be parsed, nothing is left.
  const parsed = isPlainObject(body) ? (body as { [key: string]: Json }) : {};
  return Object.keys(query).length > 0 ? { queryset: query, ...parsed } : parsed;
}

// Assumed: the content type decides; without one that says something, what the body looks like.
function parseBody(hook: RawRequest): Json | undefined {
  const text = hook.content.trim();
  const type = headerOf(hook, "content-type") ?? "";
  if (text === "") return undefined;
  if (type.includes("json")) return parseJson(text);
  if (type.includes("xml")) return parseXml(text);
  if (type.includes("x-www-form-urlencoded")) return parseFields(text);
  return parseJson(text) ?? parseXml(text) ?? parseFields(text);
}

/** A form, with what is JSON or XML in its fields parsed, too. */
function parseFields(text: string): { [key: string]: Json } {
  const entries = Object.entries(flatForm(text)).map(([name, value]) => [
    name,
    typeof value === "string" ? (nestedJson(value) ?? value) : value,
  ]);
  return Object.fromEntries(entries);
}

/** The value of a text in a form, unless it is a scalar: `5` and `true` stay texts. */
function nestedJson(text: string): Json | undefined {
  const value = /^\s*[[{]/.test(text) ? parseJson(text) : /^\s*</.test(text) ? parseXml(text) : undefined;
  return typeof value === "object" && value !== null ? value : undefined;
}

// Source: the archived documentation, "Using the Webhooks": `foo[hello]=world` keeps its name as it is.
function flatForm(text: string): { [name: string]: string | string[] } {
  return { ...(parseForm(text) as { [name: string]: string | string[] }) };
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
