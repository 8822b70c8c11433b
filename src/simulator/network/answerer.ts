import type { RawResponse, WireRequest } from "../protocol.ts";

/** A request, and the bounds of its answer. */
export interface BoundedRequest extends WireRequest {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** The bytes that the answer may have. */
  readonly limit: number;
}

/**
 * Answers one request: the network does, a handler, or a recording. Throws where the connection fails, and where the answer
 * is larger than it may be.
 */
export type Answerer = (request: BoundedRequest) => Promise<RawResponse>;
