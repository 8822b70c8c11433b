import type { RawResponse, WireRequest } from "../protocol.ts";

/** A request, and when nobody waits for its answer any more. */
export interface Asked extends WireRequest {
  readonly signal: AbortSignal;
}

/** Answers one request: the network does, a handler, or a recording. Throws where the connection fails. */
export type Answerer = (request: Asked) => Promise<RawResponse>;
