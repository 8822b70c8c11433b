import { isUtf8 } from "node:buffer";
import { Failure } from "../../model/failure.ts";
import { checkPayload } from "../limits.ts";
import type { Answer, RawResponse, RequestFailure, WireRequest } from "../protocol.ts";
import type { RecordedBody, RecordedRequest } from "../run/run.ts";
import { unlessAborted } from "../unless-aborted.ts";
import type { Answerer } from "./answerer.ts";

/** Whose request it is, who answers it, and where it is written down. */
export interface Sending {
  readonly by: Pick<RecordedRequest, "by" | "script_method">;
  readonly answerer: Answerer;
  readonly record: RecordedRequest[];
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** Sends one request and writes it down. Throws a Failure when the caller's handler is no good. */
export async function exchange(request: WireRequest, sending: Sending): Promise<Answer> {
  const { method, url, headers } = request;
  const record: RecordedRequest = {
    ...sending.by,
    method,
    url,
    headers,
    body: request.body && shown(request.body),
  };
  sending.record.push(record);
  try {
    const response = await answered(request, sending);
    const { status, headers, bytes } = response;
    record.response = { status, headers, body: shown(bytes) };
    return { response };
  } catch (error) {
    const failure = describeFailure(error);
    record.failure = failure.message;
    if (error instanceof Failure) throw error;
    return { failure };
  }
}

async function answered(request: WireRequest, { answerer, signal }: Sending): Promise<RawResponse> {
  const { timeout, isFile = false } = request;
  if (!isFile) checkPayload("request", request.body);
  const ends = timeout === undefined ? signal : AbortSignal.any([signal, lateAfter(timeout)]);
  // A handler may not look at the signal.
  const response = await unlessAborted(ends, () => answerer({ ...request, signal: ends }));
  if (!isFile) checkPayload("response", response.bytes);
  return request.method === "HEAD" ? { ...response, bytes: new Uint8Array() } : response;
}

function lateAfter(milliseconds: number): AbortSignal {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new TimeoutError()), milliseconds);
  timer.unref();
  return late.signal;
}

// Source: npm `request` 2.88.
class TimeoutError extends Error {
  readonly code = "ESOCKETTIMEDOUT";

  constructor() {
    super("ESOCKETTIMEDOUT");
  }
}

function shown(body: string | Uint8Array): RecordedBody {
  if (typeof body === "string") return body;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return isUtf8(bytes) ? bytes.toString() : { base64: bytes.toString("base64") };
}

// fetch, in a handler, says "fetch failed" and keeps the reason as the cause.
function describeFailure(error: unknown): RequestFailure {
  // A handler may throw anything.
  if (typeof error !== "object" || error === null) return { message: String(error) };
  const { cause, message } = error as Error;
  const reason = cause instanceof Error ? cause : (error as Error);
  const details = Object.entries(reason).filter(([, value]) => ["string", "number"].includes(typeof value));
  return { ...Object.fromEntries(details), message: String(reason.message || message) };
}
