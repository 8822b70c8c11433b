import { Failure } from "../../model/failure.ts";
import { fileLimit, headerLimit, payloadError, payloadLimit } from "../limits.ts";
import type { Answer, RawResponse, RequestFailure, WireRequest } from "../protocol.ts";
import type { RecordedRequest } from "../run/run.ts";
import { unlessAborted } from "../unless-aborted.ts";
import type { Answerer } from "./answerer.ts";
import { lengthOf, type RequestLog } from "./request-log.ts";

/** The sender of a request, its answerer, and its log. */
export interface ExchangeParts {
  readonly by: Pick<RecordedRequest, "by" | "script_method">;
  readonly answerer: Answerer;
  readonly log: RequestLog;
  /** The indexes of its requests in the log. */
  readonly indexes: number[];
  /** The answer to the request of an index that an edit gives in place of the answerer. */
  readonly editedAnswer: (index: number) => RawResponse | undefined;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** Sends one request and writes it down. Throws a Failure when the caller's handler is no good. */
export async function exchange(request: WireRequest, parts: ExchangeParts): Promise<Answer> {
  const { by, log, indexes, editedAnswer, signal } = parts;
  const index = log.requests.length;
  const recorded = log.begin(request, by);
  indexes.push(index);
  try {
    const edited = editedAnswer(index);
    const answerer = edited ? async () => edited : parts.answerer;
    const response = await answerOf(request, { answerer, signal });
    log.answer(recorded, response);
    return { response };
  } catch (error) {
    const failure = describeFailure(error);
    recorded.failure = failure.message;
    if (error instanceof Failure) throw error;
    return { failure };
  }
}

/** The bytes that the request and its answer may each have. */
export function limitOf({ isFile = false }: WireRequest): number {
  return isFile ? fileLimit : payloadLimit;
}

async function answerOf(
  request: WireRequest,
  { answerer, signal }: Pick<ExchangeParts, "answerer" | "signal">,
): Promise<RawResponse> {
  const { url, headers, body, timeout } = request;
  const limit = limitOf(request);
  const size = Buffer.byteLength(body ?? "") + url.length + lengthOf(headers);
  if (size > limit) throw payloadError("request", limit);
  const ends = timeout === undefined ? signal : AbortSignal.any([signal, lateAfter(timeout)]);
  // A handler may not look at the signal.
  const response = await unlessAborted(ends, () => answerer({ ...request, limit, signal: ends }));
  // Not all answers come from the network, which has counted them.
  if (response.bytes.length > limit) throw payloadError("response", limit);
  if (lengthOf(response.headers) > headerLimit) throw new HeadersTooLarge();
  return request.method === "HEAD" ? { ...response, bytes: new Uint8Array() } : response;
}

// Source: Node.js, HTTPParser.
class HeadersTooLarge extends Error {
  readonly code = "HPE_HEADER_OVERFLOW";

  constructor() {
    super("Parse Error: Header overflow");
  }
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

// fetch, in a handler, says "fetch failed" and keeps the reason as the cause.
function describeFailure(error: unknown): RequestFailure {
  // A handler may throw anything.
  if (typeof error !== "object" || error === null) return { message: String(error) };
  const { cause, message } = error as Error;
  const reason = cause instanceof Error ? cause : (error as Error);
  const details = Object.entries(reason).filter(([, value]) => ["string", "number"].includes(typeof value));
  return { ...Object.fromEntries(details), message: String(reason.message || message) };
}
