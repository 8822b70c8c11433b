import { payloadLimit } from "../limits.ts";
import { decoded } from "../network/decoded.ts";
import type { Answer, WireRequest } from "../protocol.ts";
import type { ScriptHost } from "./host.ts";

// Source: the standard of fetch, "HTTP-redirect fetch".
const redirectStatuses = [301, 302, 303, 307, 308];
const mostRedirects = 20;
/** The headers that a redirect loses which asks with GET instead, and those that one loses which leads to another origin. */
const headersOfBodies = ["content-encoding", "content-language", "content-location", "content-type"];
const headersOfOrigins = ["authorization", "proxy-authorization", "cookie", "host"];

/** The headers that Node.js itself adds. Source: npm `undici`, lib/web/fetch/index.js. */
const defaultHeaders = {
  accept: "*/*",
  "accept-language": "*",
  "sec-fetch-mode": "cors",
  "user-agent": "node",
  "accept-encoding": "gzip, deflate",
};

/** `fetch`, whose requests are answered as those of `z.request` are. */
export function makeFetch(
  host: ScriptHost,
  defaults: FetchRequest["defaults"] = defaultHeaders,
): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const body = request.body === null ? null : new Uint8Array(await request.arrayBuffer());
    const { method, url, headers } = request;
    const asked = { method, url: new URL(url), headers: new Headers(headers), body, defaults };
    return unlessAborted(request.signal, () => follow(host, request, { ...asked, redirects: 0 }));
  };
}

interface FetchRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: Uint8Array | null;
  /** The headers that it has unless the script says otherwise. */
  readonly defaults: { readonly [name: string]: string };
  readonly redirects: number;
}

async function follow(host: ScriptHost, request: Request, asked: FetchRequest): Promise<Response> {
  const answer = await answerTo(host, asked);
  if ("failure" in answer) throw fetchError(Object.assign(new Error(answer.failure.message), answer.failure));
  const { status, headers } = answer.response;
  const { location } = headers;
  if (!redirectStatuses.includes(status) || request.redirect === "manual" || location === undefined)
    return responseOf(answer.response, asked);
  if (request.redirect === "error") throw fetchError(new Error("unexpected redirect"));
  if (asked.redirects >= mostRedirects) throw fetchError(new Error("redirect count exceeded"));
  return follow(host, request, redirected(asked, status, new URL(String(location), asked.url)));
}

function answerTo(host: ScriptHost, { method, url, headers, body, defaults }: FetchRequest): Promise<Answer> {
  const { href, protocol } = url;
  if (!/^https?:$/.test(protocol)) throw fetchError(new Error("unknown scheme"));
  const wire: WireRequest = {
    method,
    url: href.replace(/#.*$/, ""),
    headers: { ...defaults, ...Object.fromEntries(headers) },
    body: body === null || body.length === 0 ? null : body,
    redirects: "none",
  };
  return new Promise((resolve) => host.requestLater(wire, resolve));
}

function redirected(asked: FetchRequest, status: number, url: URL): FetchRequest {
  const { method } = asked;
  const isPost = method === "POST" && (status === 301 || status === 302);
  const becomesGet = isPost || (status === 303 && method !== "GET" && method !== "HEAD");
  const headers = new Headers(asked.headers);
  if (becomesGet) for (const name of headersOfBodies) headers.delete(name);
  if (url.origin !== asked.url.origin) for (const name of headersOfOrigins) headers.delete(name);
  return {
    ...asked,
    url,
    headers,
    method: becomesGet ? "GET" : method,
    body: becomesGet ? null : asked.body,
    redirects: asked.redirects + 1,
  };
}

type FetchAnswer = Extract<Answer, { readonly response: unknown }>["response"];

const statusesWithoutBody = [101, 103, 204, 205, 304];

function responseOf({ status, headers, bytes }: FetchAnswer, { url, redirects }: FetchRequest): Response {
  const pairs = Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, value]),
  );
  const body = statusesWithoutBody.includes(status) ? null : bodyOf({ status, headers, bytes });
  const own = { url: url.href, redirected: redirects > 0 };
  return new NetworkResponse(body, { status, headers: pairs }, own) as unknown as Response;
}

function bodyOf(answer: FetchAnswer): Uint8Array {
  try {
    return decoded(answer, payloadLimit);
  } catch (error) {
    throw fetchError(error as Error);
  }
}

type OwnProperties = Pick<Response, "url" | "redirected">;

// The types of Node.js have its accessors as properties, which no accessor may override.
const Plain = Response as unknown as new (body: Uint8Array | null, init: ResponseInit) => object;

/** A Response of the network: those that are made have no address. */
class NetworkResponse extends Plain {
  readonly #own: OwnProperties;

  constructor(body: Uint8Array | null, init: ResponseInit, own: OwnProperties) {
    super(body, init);
    this.#own = own;
  }

  get url(): string {
    return this.#own.url;
  }

  get redirected(): boolean {
    return this.#own.redirected;
  }
}

/** Source: npm `undici`: every failure is this error. */
function fetchError(cause: Error): TypeError {
  return new TypeError("fetch failed", { cause });
}

function unlessAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort);
    work().then(resolve, reject);
  });
}
