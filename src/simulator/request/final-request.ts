import { UnlikeJson } from "../json.ts";
import type { WireRequest } from "../protocol.ts";
import type { Sender } from "../run/run-context.ts";
import { RunFailed } from "../run/run-failed.ts";
import { type EncodedBody, encodeBody, isEmptyOnGet, withNamedBody } from "./encode-body.ts";
import type { DraftRequest } from "./prepared-request.ts";
import { withParams } from "./query-string.ts";
import { sentUrl } from "./urls.ts";
import { type Lookup, render } from "./variables.ts";

// Source: zapier-platform-core, tools/request-merge.js.
const userAgent = "Zapier";
// Source: npm `node-fetch` 2.7.
export const libraryAgent = "node-fetch/1.0 (+https://github.com/bitinn/node-fetch)";
const textType = "text/plain;charset=UTF-8";
// Source: npm `node-fetch` 2.7.
const noSignal = "Expected signal to be an instanceof AbortSignal";

type FinalHeaders = { readonly [name: string]: string };

/** Finishes the request as it goes over the wire. Source of each step: zapier-platform-core, `z.request` and its middleware, in this order. */
export async function finishRequest(
  draft: DraftRequest,
  lookup: Lookup,
  sender: Sender,
): Promise<WireRequest> {
  const rendered = render(withNamedBody(draft), lookup);
  const method = (
    typeof rendered.method === "string" && rendered.method ? rendered.method : "GET"
  ).toUpperCase();
  const { body, headers } = encodeBody({ ...rendered, method, headers: withUserAgent(rendered.headers) });
  const { account, auth_fields } = sender;
  const placed = account.authenticate({ ...rendered, method, headers, body }, auth_fields);
  const empty = method === "GET" && isEmptyOnGet(body, String(headers["Content-Type"] ?? ""));
  const signed = await account.sign({ ...placed, body: empty ? undefined : body }, sender);
  return wireRequest(signed, method, empty ? undefined : body);
}

function wireRequest(request: DraftRequest, method: string, body?: EncodedBody): WireRequest {
  const { headers, redirect, follow, timeout, compress = true, size } = request;
  if (request.signal) throw new RunFailed({ name: "TypeError", message: noSignal });
  return {
    method,
    url: sentUrl(withParams(request)),
    headers: { ...checkHeaders(trimmed(headers)), ...(body !== undefined && contentType(method, headers)) },
    body: body ?? null,
    redirects: redirect === "manual" ? "none" : redirect === "error" ? "error" : "platform",
    ...(follow !== undefined && { most_redirects: mostRedirects(follow) }),
    ...(Boolean(timeout) && { timeout: milliseconds(timeout) }),
    ...(!compress && { uncompressed: true }),
    ...(Number(size) > 0 && { longest: Number(size) }),
    isFile: body instanceof Uint8Array,
  };
}

/** Source: npm `node-fetch` 2.7: it compares their number with `follow`, and no number is as large as one that is none. */
function mostRedirects(follow: unknown): number {
  const most = Number(follow);
  return Number.isNaN(most) ? Number.POSITIVE_INFINITY : most;
}

/** Source: Node.js, `setTimeout`: 1 in place of a value that is not a number, or is more than it can wait. */
function milliseconds(timeout: unknown): number {
  const number = Number(timeout);
  // A Date counts as its milliseconds.
  const isDate = timeout instanceof UnlikeJson && Number.isNaN(number);
  const given = isDate ? Date.parse(String(timeout.toJSON())) : number;
  return given >= 1 && given <= 2 ** 31 - 1 ? given : 1;
}

/** Empty headers go; `user-agent` comes: the platform's, or in place of an empty one that of its library. */
function withUserAgent(headers: FinalHeaders): FinalHeaders {
  const full = Object.entries(headers).filter(([, value]) => value);
  const isAgent = ([name]: [string, unknown]) => name.toLowerCase() === "user-agent";
  const own = Object.entries(headers).some(isAgent) ? libraryAgent : userAgent;
  return { ...Object.fromEntries(full), ...(!full.some(isAgent) && { "user-agent": own }) };
}

/** Source: npm `node-fetch` 2.7, `validateName` and `validateValue`. */
function checkHeaders(headers: FinalHeaders): FinalHeaders {
  const illegal = (message: string) => new RunFailed({ name: "TypeError", message });
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[\^_`a-z\-0-9!#$%&'*+.|~]+$/i.test(name)) throw illegal(`${name} is not a legal HTTP header name`);
    if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) throw illegal(`${value} is not a legal HTTP header value`);
  }
  return headers;
}

function trimmed(headers: FinalHeaders): FinalHeaders {
  const entries = Object.entries(headers).map(([name, value]) => [name.trim(), String(value).trim()]);
  return Object.fromEntries(entries);
}

// Source: npm `node-fetch` 2.7: text without a type is plain text; zapier-platform-core, tools/fetch.js: it sees none of a GET.
function contentType(method: string, headers: FinalHeaders): FinalHeaders {
  const isSeen = method !== "GET" && method !== "HEAD";
  const isNamed = Object.keys(headers).some((name) => name.toLowerCase() === "content-type");
  return isSeen && !isNamed ? { "content-type": textType } : {};
}
