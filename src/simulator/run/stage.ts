import type { Json } from "../../model/bundles/shared.ts";
import type { RunError } from "./run.ts";

/**
 * One stage of a run, in the order in which the platform goes through them: it prepares a request, calls a method, sends a
 * request and gets an answer, makes items of the result, and drops those that it has seen. `simulate({ stages: true })` lists
 * them in `run.stages`.
 */
export type Stage = PreparedStage | MethodStage | SentStage | ItemsStage | DedupeStage;

/** The members that every stage has. */
interface Timed {
  /** Milliseconds from the start of the run to its own start. */
  readonly at: number;
  /** Milliseconds that it took. */
  readonly took: number;
}

/** The platform has prepared a request from the step's URL and fields, and authenticated it. */
export interface PreparedStage extends Timed {
  readonly kind: "prepared";
  readonly request: PreparedShown;
}

/** A request before it is sent. */
export interface PreparedShown {
  readonly method: string;
  readonly url: string;
  readonly headers: { readonly [name: string]: Json };
  readonly params: { readonly [name: string]: Json };
  readonly body: Json;
}

/** The platform has called a method of the script. */
export interface MethodStage extends Timed {
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
export interface SentStage extends Timed {
  readonly kind: "sent";
  /** The indexes in `run.requests`. */
  readonly requests: readonly number[];
}

/** The platform has made items, or one result, of what came back. */
export interface ItemsStage extends Timed {
  readonly kind: "items";
  /** The value before. */
  readonly given: Json;
  readonly items: Json;
}

/** A Zap has dropped the items that it has seen. */
export interface DedupeStage extends Timed {
  readonly kind: "dedupe";
  /** One for each polled item, in its order. */
  readonly items: readonly DedupedItem[];
}

/** One polled item of a Zap. */
export interface DedupedItem {
  readonly id: Json | undefined;
  /** `new` triggers; `seen` was polled before; `repeated` has the id of an earlier item of this poll; `dropped` has no id. */
  readonly mark: "new" | "seen" | "repeated" | "dropped";
  /** With `seen`: the poll that had it first; turning the Zap on is 0. */
  readonly first_poll?: number;
}

/**
 * A value that a run uses in place of its own: `sim.poll(key, { edits: [{ stage: 1, bundle }] })`. Stages before it run as they
 * would; those after it go on from there.
 */
export type Edit =
  /** The bundle of the method that is called at this stage. */
  | { readonly stage: number; readonly bundle: Json }
  /** The result of the method at this stage, which is not called. */
  | { readonly stage: number; readonly result: Json }
  /** The platform's own request at this stage, in place of its parts. */
  | { readonly stage: number; readonly request: Partial<EditedRequest> }
  /** The answer to the platform's own request at this stage, which is not sent. */
  | { readonly stage: number; readonly response: EditedResponse };

export interface EditedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string | null;
}

export interface EditedResponse {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}
