import { Failure } from "../model/failure.ts";
import { unlessAborted } from "./unless-aborted.ts";

/** Lets runs take turns: there is one process for the script and one account. */
export class Turns {
  readonly #closing: AbortSignal;
  #last: Promise<unknown> = Promise.resolve();

  /** @param closing - aborted when there are no more turns */
  constructor(closing: AbortSignal) {
    this.#closing = closing;
  }

  /**
   * Does the work once all before it is done.
   *
   * @param task - what it is, for the message when it is too late: `poll thing`
   */
  take<T>(task: string, work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(async () => {
      try {
        return await unlessAborted(this.#closing, work);
      } catch (error) {
        throw this.#closing.aborted ? new Failure(`Failed to ${task}: the simulator is closed.`) : error;
      }
    });
    this.#last = turn.catch(() => {});
    return turn;
  }
}
