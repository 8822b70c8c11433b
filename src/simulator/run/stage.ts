import type { Json, Param } from "../../model/bundles/shared.ts";
import type { JsonObject, RunError } from "./run-error.ts";

/**
 * One stage of a run, in the order in which the platform goes through them: it prepares a request, calls a method, sends a
 * request and gets an answer, makes items of the result, and drops those that it has seen. `simulate({ stages: true })` lists
 * them in `run.stages`.
 */
export type Stage = PreparedStage | MethodStage | SentStage | ItemsStage | DedupeStage;

/** The members that every stage has. */
interface StageTimes {
  /** Milliseconds from the start of the run to its own start. */
  readonly at: number;
  /** Milliseconds that it took. */
  readonly took: number;
}

/** The platform has prepared a request from the step's URL and fields, and authenticated it. */
export interface PreparedStage extends StageTimes {
  readonly kind: "prepared";
  readonly request: PreparedShown;
}

/** A request before it is sent. */
export interface PreparedShown {
  readonly method: string;
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  /** The parameters of the query string that are not in `url`. */
  readonly params: { readonly [name: string]: Param };
  readonly body?: Json | undefined;
}

/** The platform has called a method of the script. */
export interface MethodStage extends StageTimes {
  readonly kind: "method";
  /** Its name in `Zap`: `new_ticket_pre_poll`. */
  readonly method: string;
  readonly bundle: Json;
  /** As JSON holds it; absent where it threw, or returned undefined. */
  readonly result?: Json;
  readonly error?: RunError;
  /** The indexes of the requests that it sent, in `run.requests`. */
  readonly requests: readonly number[];
  /** The indexes of the lines that it logged, in `run.logs`. */
  readonly logs: readonly number[];
}

/** The platform has sent a request of its own, and got the answer or none; a followed redirect is a request of its own. */
export interface SentStage extends StageTimes {
  readonly kind: "sent";
  /** The indexes in `run.requests`. */
  readonly requests: readonly number[];
}

/** The platform has made items, or one result, of what came back. */
export interface ItemsStage extends StageTimes {
  readonly kind: "items";
  /** The value before; absent where there was none. */
  readonly given?: Json;
  /** Absent where the platform cannot make any of it. */
  readonly items?: Json;
}

/** A Zap has dropped the items that it has seen: the last stage of `zap.poll()`. Turning a Zap on has none, since it only remembers. */
export interface DedupeStage extends StageTimes {
  readonly kind: "dedupe";
  /** One for each polled item, in its order. */
  readonly items: readonly DedupedItem[];
}

/** One polled item of a Zap. */
export interface DedupedItem {
  /** Absent where the item has none: then all that it holds tells it from others. */
  readonly id?: Json;
  /** `new` triggers; `seen` was in an earlier poll; `repeated` is in this poll twice. */
  readonly mark: "new" | "seen" | "repeated";
  /** With `seen`: the poll that had it first. Turning the Zap on is poll 0. */
  readonly first_poll?: number;
}

/**
 * A value that a run uses in place of its own: `sim.poll(key, { edits: [{ stage: 1, bundle }] })`. `stage` is an index in
 * `run.stages`. Stages before it run as they would; those after it go on from there.
 */
export type Edit =
  /** The bundle of the method that is called at this stage. */
  | { readonly stage: number; readonly bundle: JsonObject }
  /** The result of the method at this stage, which is not called. */
  | { readonly stage: number; readonly result: Json }
  /** Parts of the platform's own request that is sent at this stage. */
  | { readonly stage: number; readonly request: EditedRequest }
  /** The answer to a request, which is not sent: `answer` is its index in `run.requests`. */
  | { readonly answer: number; readonly response: EditedResponse };

/** The parts of a request that are others. */
export interface EditedRequest {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: string | null;
}

/** An answer in place of the API's. */
export interface EditedResponse {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}
