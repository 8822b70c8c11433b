import { parse as parseUrl } from "node:url";
import type { WireRequest } from "../protocol.ts";
import type { Running } from "../run/run-context.ts";
import { RunFailed } from "../run/run-failed.ts";
import { type Body, encodeBody, isEmptyOnGet, typeOf, withNamedBody } from "./encode-body.ts";
import type { DraftRequest } from "./prepared-request.ts";
import { withParams } from "./query-string.ts";
import { type Lookup, render } from "./variables.ts";

// Source: zapier-platform-core, tools/request-merge.js.
const userAgent = "Zapier";
const textType = "text/plain;charset=UTF-8";
// Source: npm `node-fetch` 2.7.
const notAbsolute = "Only absolute URLs are supported";
const noSignal = "Expected signal to be an instanceof AbortSignal";

type Headers = { readonly [name: string]: string };

/** What goes over the wire. Source of each step: zapier-platform-core, `z.request` and its middleware, in this order. */
export async function finishRequest(draft: DraftRequest, lookup: Lookup, on: Running): Promise<WireRequest> {
  const rendered = render(withNamedBody(draft), lookup);
  const method = (
    typeof rendered.method === "string" && rendered.method ? rendered.method : "GET"
  ).toUpperCase();
  const { body, headers } = encodeBody({ ...rendered, method, headers: withUserAgent(rendered.headers) });
  const placed = on.account.authenticate({ ...rendered, method, headers, body });
  const empty = method === "GET" && isEmptyOnGet(body, headers["Content-Type"] ?? "");
  const signed = await on.account.sign({ ...placed, body: empty ? undefined : body }, on);
  return wireRequest(signed, method, empty ? undefined : body);
}

function wireRequest(request: DraftRequest, method: string, body?: Body): WireRequest {
  const { headers, redirect, follow, timeout, compress = true, size } = request;
  if (request.signal) throw new RunFailed({ name: "TypeError", message: noSignal });
  return {
    method,
    url: sentUrl(withParams(request)),
    headers: { ...trimmed(headers), ...(body !== undefined && contentType(headers)) },
    body: body ?? null,
    redirects: redirect === "manual" ? "none" : redirect === "error" ? "error" : "platform",
    ...(typeof follow === "number" && { most_redirects: follow }),
    ...(typeof timeout === "number" && timeout > 0 && { timeout }),
    ...(!compress && { uncompressed: true }),
    ...(Number(size) > 0 && { longest: Number(size) }),
    isFile: body instanceof Uint8Array,
  };
}

/** Empty headers go; `user-agent` comes. */
function withUserAgent(headers: Headers): Headers {
  const full = Object.entries(headers).filter(([, value]) => value);
  const named = full.some(([name]) => name.toLowerCase() === "user-agent");
  return { ...Object.fromEntries(full), ...(!named && { "user-agent": userAgent }) };
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
