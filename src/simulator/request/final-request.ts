import { stringify as toQueryString } from "node:querystring";
import { parse as parseUrl } from "node:url";
import type { WireRequest } from "../protocol.ts";
import type { Running } from "../run/run-context.ts";
import { RunFailed } from "../run/run-failed.ts";
import { percentEncoded } from "./percent-encoded.ts";
import type { DraftRequest } from "./prepared-request.ts";
import { isPlainObject, type Lookup, render } from "./variables.ts";

// Source: zapier-platform-core, tools/request-merge.js.
const userAgent = "Zapier";
// Source: zapier-platform-core, tools/http.js. Compared as a whole: with a charset it is another type.
const formType = "application/x-www-form-urlencoded";
const jsonType = "application/json; charset=utf-8";
const textType = "text/plain;charset=UTF-8";
// Source: npm `node-fetch` 2.7.
const notAbsolute = "Only absolute URLs are supported";

type Body = string | Uint8Array;
type Headers = { readonly [name: string]: string };

/** What goes over the wire. Source of each step: zapier-platform-core, `z.request` and its middleware, in this order. */
export async function finishRequest(draft: DraftRequest, lookup: Lookup, on: Running): Promise<WireRequest> {
  const rendered = render(draft, lookup);
  const method = (
    typeof rendered.method === "string" && rendered.method ? rendered.method : "GET"
  ).toUpperCase();
  const { body, headers } = encodeBody({ ...rendered, method, headers: withUserAgent(rendered.headers) });
  const placed = on.account.authenticate({ ...rendered, method, headers, body });
  const empty = method === "GET" && isEmptyJson(body, headers["Content-Type"] ?? "");
  const signed = await on.account.sign({ ...placed, body: empty ? undefined : body }, on);
  return wireRequest(signed, method, empty ? undefined : body);
}

function wireRequest({ url, headers, params }: DraftRequest, method: string, body?: Body): WireRequest {
  return {
    method,
    url: sentUrl(withParams(url, params)),
    headers: { ...trimmed(headers), ...(body !== undefined && contentType(headers)) },
    body: body ?? null,
    redirects: "platform",
    isFile: body instanceof Uint8Array,
  };
}

/** Empty headers go; `user-agent` comes. */
function withUserAgent(headers: Headers): Headers {
  const full = Object.entries(headers).filter(([, value]) => value);
  const named = full.some(([name]) => name.toLowerCase() === "user-agent");
  return { ...Object.fromEntries(full), ...(!named && { "user-agent": userAgent }) };
}

function encodeBody({ method, headers, body }: DraftRequest): { body?: Body; headers: Headers } {
  const type = typeOf(headers);
  if (!body || (method === "GET" && isEmpty(body))) return { headers };
  if (typeof body === "string" || body instanceof Uint8Array) return { body, headers };
  const clean = isPlainObject(body) ? mapValues(body, (value) => withoutVariables(value)) : body;
  if (type === formType) {
    return { body: queryString(clean as object).replace(/%20/g, "+"), headers };
  }
  return {
    body: JSON.stringify(clean),
    headers: type === undefined ? { ...headers, "content-type": jsonType } : headers,
  };
}

function isEmpty(body: unknown): boolean {
  if (typeof body === "string") return body === "";
  return typeof body !== "object" || body === null || Object.keys(body).length === 0;
}

// Source: runner, middleware-factory.js, `pruneEmptyBodyForGET`.
function isEmptyJson(body: Body | undefined, type: string): boolean {
  if (body instanceof Uint8Array) return false;
  if (!body || !type.includes("application/json")) return !body;
  try {
    return isEmpty(JSON.parse(body));
  } catch {
    return false;
  }
}

function withParams(url: string, params: DraftRequest["params"]): string {
  // `{{variables}}` that nothing has rendered are taken out here, and only here.
  const query = queryString(mapValues(params, (value) => withoutVariables(value ?? "")));
  if (!query) return url;
  return `${url}${url.includes("?") ? "&" : "?"}${query}`;
}

function queryString(values: object): string {
  return percentEncoded(() => toQueryString(values as NodeJS.Dict<string>));
}

function withoutVariables(value: unknown): unknown {
  return typeof value === "string" ? value.replace(/\{\{.*?\}\}/g, "") : value;
}

/** Source: npm `node-fetch` 2.7: one parser after the other. `/it's {x}` -> `/it%27s%20%7Bx%7D` */
export function sentUrl(url: string): string {
  if (!URL.canParse(url)) {
    const hint = `The address is ${JSON.stringify(url)}.`;
    throw new RunFailed({ name: "TypeError", message: notAbsolute, hint });
  }
  return parseUrl(new URL(url).href).href;
}

function trimmed(headers: Headers): Headers {
  const entries = Object.entries(headers).map(([name, value]) => [name.trim(), String(value).trim()]);
  return Object.fromEntries(entries);
}

// Source: npm `node-fetch` 2.7: text without a type is plain text.
function contentType(headers: Headers): Headers {
  return typeOf(headers) === undefined ? { "content-type": textType } : {};
}

function typeOf(headers: Headers): string | undefined {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1];
}

function mapValues(data: object, change: (value: unknown) => unknown): { [key: string]: unknown } {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, change(value)]));
}
