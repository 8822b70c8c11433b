import { Failure } from "../../model/failure.ts";
import type { Answer, WireRequest, WireResponse } from "../protocol.ts";
import type { RecordedRequest } from "../run/run.ts";
import { unlessAborted } from "../unless-aborted.ts";
import { redirects } from "./redirects.ts";

/** Answers a request in place of the network. What it throws plays a failed connection. */
export type HttpHandler = (request: Request) => Response | Promise<Response>;

export interface NetworkOptions {
  /** Default: the network. */
  readonly http?: HttpHandler;
  /** The origin that every request is really sent to. */
  readonly url_base?: string;
}

/** Whose request it is, and where it is written down. */
interface Sending {
  readonly by: Pick<RecordedRequest, "by" | "script_method">;
  readonly record: RecordedRequest[];
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/**
 * Sends a request and follows redirects as their sender would. Each request on the way is recorded.
 * Throws a Failure when the handler is no good.
 */
export async function send(request: WireRequest, sending: Sending, options: NetworkOptions): Promise<Answer> {
  try {
    let current = request;
    for (let followed = 0; ; followed += 1) {
      const response = await sendOnce(current, sending, options);
      const next = redirects[request.redirects](current, response, followed);
      if (!next) return { response: { ...response, redirected: followed > 0 } };
      current = next;
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    return { failure: describeFailure(error) };
  }
}

async function sendOnce(
  request: WireRequest,
  sending: Sending,
  options: NetworkOptions,
): Promise<WireResponse> {
  const { method, body } = request;
  const { url, headers } = credentialsAsHeader(request);
  const record: RecordedRequest = { ...sending.by, method, url, headers, body };
  sending.record.push(record);
  try {
    const sent = new Request(rebased(url, options.url_base), {
      method,
      headers,
      // As bytes: fetch gives a string a content type of its own.
      body: body === null ? null : Buffer.from(body),
      redirect: "manual",
      signal: sending.signal,
    });
    // A handler may not look at the signal.
    const received = await unlessAborted(sending.signal, () => (options.http ?? fetch)(sent));
    if (!isResponse(received)) {
      throw new Failure(
        `Failed to answer ${method} ${url}: the http handler returned ${received}, no Response.`,
      );
    }
    const response = { status: received.status, headers: headersOf(received), body: await textOf(received) };
    record.response = response;
    return { url, redirected: false, ...response };
  } catch (error) {
    record.failure = describeFailure(error).message;
    throw error;
  }
}

// Not `instanceof`: a test's environment may have a Response of its own.
function isResponse(value: unknown): value is Response {
  return typeof (value as Partial<Response> | null | undefined)?.arrayBuffer === "function";
}

// fetch refuses `https://user:password@host/`, which the platform sends as Basic authentication.
function credentialsAsHeader({ url, headers }: WireRequest): Pick<WireRequest, "url" | "headers"> {
  const parsed = new URL(url);
  if (!parsed.username && !parsed.password) return { url, headers };
  const credentials = `${decodeURIComponent(parsed.username)}:${decodeURIComponent(parsed.password)}`;
  parsed.username = "";
  parsed.password = "";
  const given = Object.keys(headers).some((name) => name.toLowerCase() === "authorization");
  const authorization = `Basic ${Buffer.from(credentials).toString("base64")}`;
  return { url: parsed.href, headers: given ? headers : { ...headers, authorization } };
}

function rebased(url: string, base: string | undefined): string {
  if (!base) return url;
  const { pathname, search } = new URL(url);
  return new URL(base).origin + pathname + search;
}

function headersOf({ headers }: Response): WireResponse["headers"] {
  const cookies = headers.getSetCookie();
  return { ...Object.fromEntries(headers), ...(cookies.length > 0 && { "set-cookie": cookies }) };
}

// Not `text()`, which drops a byte order mark; the platform keeps it.
async function textOf(response: Response): Promise<string> {
  return Buffer.from(await response.arrayBuffer()).toString("utf8");
}

// fetch says "fetch failed" and keeps the reason as the cause.
function describeFailure(error: unknown): { message: string; code?: string } {
  // A handler may throw anything.
  if (typeof error !== "object" || error === null) return { message: String(error) };
  const { cause, message } = error as Error;
  const reason = cause instanceof Error ? cause : (error as Error);
  const code = (reason as { code?: unknown }).code;
  return { message: String(reason.message || message), ...(typeof code === "string" && { code }) };
}
