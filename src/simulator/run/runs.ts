import type { Account } from "../authentication/account.ts";
import type { Client } from "../authentication/client.ts";
import type { Answerer } from "../network/answerer.ts";
import { readTime, type Time } from "../options.ts";
import type { Recorder } from "../recording/recorder.ts";
import type { Runtime } from "../runtime.ts";
import type { ScriptWorker } from "../script-worker.ts";
import { Turns } from "../turns.ts";
import { Nonces } from "./nonces.ts";
import { type Ended, outcomeOf } from "./outcome.ts";
import type { RunReport } from "./run.ts";
import { type Methods, type Reason, RunContext, type Running } from "./run-context.ts";

/** What the runs of one integration share. */
export interface RunParts {
  readonly methods: Methods;
  readonly worker: ScriptWorker;
  readonly answerer: Answerer;
  readonly runtime: Runtime;
  readonly time_limit: number;
  readonly account: Account;
  readonly client: Client;
  readonly recorder?: Recorder;
  /** When they happen; the present when it is left out. */
  readonly now?: Date | undefined;
}

/** How a run ended, and what it did on the way. */
export type Finished<T> = Ended<T> & Omit<RunReport, keyof Ended<T>>;

/** Makes runs, one after the other. */
export class Runs {
  readonly #parts: RunParts;
  readonly #closing = new AbortController();
  readonly #turns = new Turns(this.#closing.signal);
  readonly #nonces = new Nonces();
  #now: Date | undefined;

  constructor(parts: RunParts) {
    this.#parts = parts;
    this.#now = parts.now;
  }

  /** When the next run happens. */
  get now(): Date {
    return this.#now ?? new Date();
  }

  /** The time of what is run from now on. */
  at(time: Time): void {
    this.#now = readTime("set the time", time);
  }

  /**
   * Does the work of one run in its turn, and tells what happened.
   *
   * @param task - what it is, for messages: `poll thing`
   */
  run<T>(task: string, reason: Reason, work: (on: Running) => Promise<T>): Promise<Finished<T>> {
    const { account } = this.#parts;
    const run = new RunContext({
      ...this.#parts,
      now: this.#now,
      nonces: this.#nonces,
      closing: this.#closing.signal,
    });
    return this.#turns.take(task, async () => {
      const ended = await this.#recorded(() => outcomeOf(run, () => work({ run, account, reason })));
      return { ...ended, requests: run.requests, logs: run.logs };
    });
  }

  async #recorded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } finally {
      this.#parts.recorder?.save();
    }
  }

  /** Ends the script's thread. A run that is under way fails at once. */
  async close(): Promise<void> {
    this.#closing.abort(new Error("the simulator is closed."));
    await this.#parts.worker.close();
  }
}
