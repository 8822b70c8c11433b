import type { RecordedBody, RecordedRequest } from "../simulator/index.ts";

/** The request that a run must have sent. Each part may be one of vitest's own: `expect.any(String)`. */
export interface WantedRequest {
  /** `POST` */
  readonly method?: unknown;
  /** The whole address; one without a `?` is compared with the address up to it. A pattern must match the whole address. */
  readonly url?: unknown;
  /** Parameters of the query: others may be there, too. */
  readonly params?: { readonly [name: string]: unknown };
  /** Headers, under names in upper or lower case: others may be there, too. */
  readonly headers?: { readonly [name: string]: unknown };
  /** The body: a text is compared as it was sent; an object with the JSON or the form in it. */
  readonly body?: unknown;
  /** The sender: the platform, or the script by `z.request`. */
  readonly by?: RecordedRequest["by"];
}

/** A part of a request that is not as it was wanted. */
export interface Mismatch {
  /** `header Accept` */
  readonly part: string;
  readonly wanted: unknown;
  readonly seen: unknown;
}

/** Tells whether a value is as wanted, by vitest's rules. */
export type Equals = (seen: unknown, wanted: unknown) => boolean;

/** `"POST https://api.example.com/tickets"` -> `{ method: "POST", url: "https://api.example.com/tickets" }` */
export function wantedRequest(wanted: string | RegExp | WantedRequest): WantedRequest {
  if (wanted instanceof RegExp) return { url: wanted };
  if (typeof wanted !== "string") return wanted;
  const [, method, url] = /^(?:([A-Z]+) +)?(.*)$/s.exec(wanted) ?? [];
  return { ...(method !== undefined && { method }), url };
}

/** The parts of a request that are not as wanted. */
export function mismatches(request: RecordedRequest, wanted: WantedRequest, equals: Equals): Mismatch[] {
  const { method, url, params, headers, body, by } = wanted;
  const query = queryOf(request.url);
  const sent = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const parts: readonly (Mismatch & { isWanted: boolean })[] = [
    { part: "method", wanted: method, seen: request.method, isWanted: method !== undefined },
    { part: "url", wanted: url, seen: comparable(request.url, url), isWanted: url !== undefined },
    ...Object.entries(params ?? {}).map(([name, value]) => {
      return { part: `parameter ${name}`, wanted: value, seen: query[name], isWanted: true };
    }),
    ...Object.entries(headers ?? {}).map(([name, value]) => {
      return { part: `header ${name}`, wanted: value, seen: sent[name.toLowerCase()], isWanted: true };
    }),
    { part: "body", wanted: body, seen: bodyAs(request.body, body), isWanted: body !== undefined },
    { part: "by", wanted: by, seen: request.by, isWanted: by !== undefined },
  ];
  return parts
    .filter(({ isWanted, wanted, seen }) => isWanted && !isAs(seen, wanted, equals))
    .map(({ part, wanted, seen }) => ({ part, wanted, seen }));
}

function isAs(seen: unknown, wanted: unknown, equals: Equals): boolean {
  if (wanted instanceof RegExp) return typeof seen === "string" && wanted.test(seen);
  return equals(seen, wanted);
}

function comparable(url: string, wanted: unknown): string {
  return typeof wanted === "string" && !wanted.includes("?") ? (url.split("?")[0] as string) : url;
}

/** A parameter that is there several times is a list. */
function queryOf(url: string): { [name: string]: string | string[] } {
  const { searchParams } = new URL(url);
  const names = [...new Set(searchParams.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = searchParams.getAll(name);
      return [name, values.length === 1 ? (values[0] as string) : values];
    }),
  );
}

/** The body, as what it is compared with: an object is compared with what the text says. */
function bodyAs(body: RecordedBody | null, wanted: unknown): unknown {
  if (typeof body !== "string" || typeof wanted === "string" || wanted instanceof RegExp) return body;
  try {
    return JSON.parse(body);
  } catch {
    return body.includes("=") ? queryOf(`http://form/?${body}`) : body;
  }
}
