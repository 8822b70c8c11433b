import { isPlainObject } from "../json.ts";
import type { DraftHeaders, DraftRequest } from "./prepared-request.ts";
import { queryString, withoutVariables } from "./query-string.ts";

// Source of all of it: zapier-platform-core, http-middlewares/before/prepare-request.js and tools/http.js.
const formType = "application/x-www-form-urlencoded";
const jsonType = "application/json; charset=utf-8";

export type EncodedBody = string | Uint8Array;

/** Takes `form` or `json` of a `pre_` method as the body where there is none. Servers go by a content type that is there already. */
export function withNamedBody(request: DraftRequest): DraftRequest {
  const { body, form, json, headers } = request;
  const named = form || json;
  if (body || !named) return request;
  const type = form ? formType : jsonType;
  return {
    ...request,
    body: named,
    headers: typeOf(headers) ? headers : { ...headers, "content-type": type },
  };
}

/** The body as it is sent, and the headers with its type. */
export function encodeBody(request: DraftRequest): { body?: EncodedBody; headers: DraftHeaders } {
  const { method, headers, body } = request;
  // Compared as a whole: with a charset it is another type.
  const type = typeOf(headers);
  if (!body || (method === "GET" && isEmpty(body))) return { headers };
  if (typeof body === "string" || body instanceof Uint8Array) return { body, headers };
  const clean = isPlainObject(body) ? cleaned(body, request.removeMissingValuesFrom?.body) : body;
  if (type === formType) return { body: queryString(clean as object).replace(/%20/g, "+"), headers };
  return {
    body: JSON.stringify(clean),
    headers: type === undefined ? { ...headers, "content-type": jsonType } : headers,
  };
}

/** Takes out `{{variables}}` that nothing has rendered and, if asked to, what is empty then. */
function cleaned(body: object, withoutMissing: unknown): object {
  const entries = Object.entries(body).map(([key, value]) => [key, value, withoutVariables(value)] as const);
  const kept = entries.filter(([, value, clean]) => !withoutMissing || clean !== "" || value === clean);
  return Object.fromEntries(kept.map(([key, , clean]) => [key, clean]));
}

function isEmpty(body: unknown): boolean {
  if (typeof body === "string") return body === "";
  return typeof body !== "object" || body === null || Object.keys(body).length === 0;
}

/** Tells whether a GET is sent without it. Source: runner, middleware-factory.js, `pruneEmptyBodyForGET`. */
export function isEmptyOnGet(body: EncodedBody | undefined, type: string): boolean {
  if (body instanceof Uint8Array) return false;
  if (!body || !type.includes("application/json")) return !body;
  try {
    return isEmpty(JSON.parse(body));
  } catch {
    return false;
  }
}

/** The content type, by its header in any spelling. A script may have put there what is no text. */
export function typeOf(headers: DraftHeaders): string | undefined {
  const type: unknown = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1];
  return typeof type === "string" ? type : undefined;
}
