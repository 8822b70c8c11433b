import { Failure } from "../../model/failure.ts";
import type { RawResponse } from "../protocol.ts";
import type { Answerer, BoundedRequest } from "./answerer.ts";
import { readAnswer } from "./read-answer.ts";

/** Answers a request in place of the network. An exception plays a failed connection. */
export type HttpHandler = (request: Request) => Response | Promise<Response>;

/** Has a function of the caller's answer. Throws a Failure when it gives no response. */
export function byHandler(handler: HttpHandler): Answerer {
  return async (asked) => {
    const response = await handler(requestOf(asked));
    if (!isResponse(response)) {
      throw new Failure(
        `Failed to answer ${asked.method} ${asked.url}: the http handler returned ${response}, no Response.`,
      );
    }
    const bytes = await readAnswer(chunksOf(response, asked.signal), asked.limit);
    return { status: response.status, headers: headersOf(response, bytes), bytes };
  };
}

function requestOf({ method, url, headers, body, signal }: BoundedRequest): Request {
  // Bytes, since a Request gives a string a content type of its own.
  const bytes = body === null ? null : Buffer.from(body as string);
  const standsAlone = bytes === null || (method !== "GET" && method !== "HEAD");
  const request = new Request(url, {
    method: standsAlone ? method : "POST",
    headers: { ...headers },
    body: bytes,
    signal,
  });
  // A Request refuses a GET with a body, which z.request sends.
  return standsAlone ? request : Object.defineProperty(request, "method", { value: method });
}

/** Its source is cancelled when nobody waits for it any more. */
async function* chunksOf(response: Response, signal: AbortSignal): AsyncIterable<Uint8Array> {
  // A Response of a test's environment may have no stream.
  const reader = response.body?.getReader?.();
  if (!reader) return yield new Uint8Array(await response.arrayBuffer());
  const cancel = () => reader.cancel(signal.reason).catch(() => {});
  signal.addEventListener("abort", cancel);
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    signal.removeEventListener("abort", cancel);
    cancel();
  }
}

// Not `instanceof`: a test's environment may have a Response of its own.
function isResponse(value: unknown): value is Response {
  return typeof (value as Partial<Response> | null | undefined)?.arrayBuffer === "function";
}

function headersOf({ headers }: Response, bytes: Uint8Array): RawResponse["headers"] {
  const cookies = headers.getSetCookie();
  const all = { ...Object.fromEntries(headers), ...(cookies.length > 0 && { "set-cookie": cookies }) };
  if (isCompressed(bytes)) return all;
  // An answer of fetch is decompressed already, though its headers still tell of it.
  return Object.fromEntries(Object.entries(all).filter(([name]) => name !== "content-encoding"));
}

/** By the first bytes of gzip and zlib. */
function isCompressed([first = 0, second = 0]: Uint8Array): boolean {
  return (first === 0x1f && second === 0x8b) || (first === 0x78 && (first * 256 + second) % 31 === 0);
}
