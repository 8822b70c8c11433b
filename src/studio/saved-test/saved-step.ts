import type { RecordedFailure } from "../../model/definitions/recording.ts";
import type { BoundedRequest as AskedRequest } from "../../simulator/network/answerer.ts";
import type { RawResponse } from "../../simulator/protocol.ts";
import type { Edit } from "../../simulator/run/stage.ts";
import type { RunRequest } from "../api.ts";

/** A step of a run that is saved as a test: its request and its time, and the answers that it got. */
export interface SavedStep {
  /** The time that the script's clock showed. */
  readonly now: string;
  readonly asked: RunRequest;
  readonly edits?: readonly Edit[] | undefined;
  readonly exchanges: readonly SavedExchange[];
}

/** A request, and the answer that it got or none. */
export interface SavedExchange {
  readonly request: Pick<AskedRequest, "method" | "url" | "body">;
  readonly response?: RawResponse;
  readonly failure?: RecordedFailure;
}
