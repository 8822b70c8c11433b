import type { MessagePort } from "node:worker_threads";
import { receiveMessageOnPort } from "node:worker_threads";
import { NotSimulated } from "../not-simulated.ts";
import type { Answer, FromWorker, Level, Outcome, WireRequest } from "../protocol.ts";
import { SimulatedClock } from "./clock.ts";

// Assumed: what one call may write to its console, and how many requests may wait for their answers at once.
const lineLimit = 10_000;
const textLimit = 5_000_000;
const waitingLimit = 500;

/** The thread's connections, the same for every call. */
export interface Wires {
  readonly post: (message: FromWorker) => void;
  readonly answers: MessagePort;
  readonly signal: Int32Array;
  /** Counts the requests of all calls: an answer that comes after its call finds nobody. */
  lastId: number;
  /** Ends a call that does too much, though the script is still running. */
  readonly stop: (host: ScriptHost, outcome: Outcome) => void;
}

/** What code inside the context can reach outside of it, during one call. Nothing gets through once the call is over. */
export class ScriptHost {
  /** Absent when the call happens now. */
  readonly clock: SimulatedClock | undefined;
  readonly #wires: Wires;
  readonly #receivers = new Map<number, (answer: Answer) => void>();
  readonly #endings: (() => void)[] = [];
  #idleWork: (() => void)[] = [];
  #lines = 0;
  #text = 0;
  #over = false;
  #usedWhatIsNotSimulated = false;

  constructor(wires: Wires, { simulatesTime }: { readonly simulatesTime: boolean }) {
    this.#wires = wires;
    this.clock = simulatesTime ? new SimulatedClock(() => wires.stop(this, { late: true })) : undefined;
  }

  get over(): boolean {
    return this.#over;
  }

  log(level: Level, text: string): void {
    if (this.#over) return;
    this.#lines += 1;
    this.#text += text.length;
    if (this.#lines > lineLimit) {
      this.#stop("LogLimitError", `wrote more than ${lineLimit} lines to its console`);
    } else if (this.#text > textLimit) {
      this.#stop("LogLimitError", `wrote more than ${textLimit} characters to its console`);
    } else this.#wires.post({ type: "log", level, text });
  }

  /** Sends, and blocks this thread until the answer is there. */
  request(request: WireRequest): Answer {
    if (this.#over) return { failure: { message: "The call is over." } };
    const { post, answers, signal } = this.#wires;
    Atomics.store(signal, 0, 0);
    post({ type: "request", request });
    Atomics.wait(signal, 0, 0);
    return receiveMessageOnPort(answers)?.message;
  }

  requestLater(request: WireRequest, receive: (answer: Answer) => void): void {
    if (this.#over) return;
    if (this.#receivers.size === waitingLimit) {
      this.#stop("RequestLimitError", `waits for more than ${waitingLimit} answers at once`);
      return;
    }
    this.#wires.lastId += 1;
    const id = this.#wires.lastId;
    this.#receivers.set(id, receive);
    this.#wires.post({ type: "request", request, id });
  }

  /** The answer to a request that did not wait. */
  deliver(id: number, answer: Answer): void {
    const receive = this.#receivers.get(id);
    this.#receivers.delete(id);
    receive?.(answer);
    this.#continueIfIdle();
  }

  /** Runs once the script is neither running nor waiting for an answer. */
  whenIdle(work: () => void): void {
    this.#idleWork.push(work);
    this.#continueIfIdle();
  }

  #continueIfIdle(): void {
    if (this.#receivers.size > 0) return;
    const work = this.#idleWork;
    this.#idleWork = [];
    for (const next of work) setImmediate(() => this.#over || this.#runIfIdle(next));
  }

  #runIfIdle(work: () => void): void {
    if (this.#receivers.size > 0) this.#idleWork.push(work);
    else work();
  }

  /** Makes the error, and makes the run fail even when the script catches it. */
  notSimulated(what: string): NotSimulated {
    const error = new NotSimulated(what);
    if (!this.#over && !this.#usedWhatIsNotSimulated) {
      this.#wires.post({ type: "not-simulated", message: error.message });
    }
    this.#usedWhatIsNotSimulated = true;
    return error;
  }

  /** Runs when the call is over. */
  atEnd(work: () => void): void {
    this.#endings.push(work);
  }

  end(): void {
    this.#over = true;
    this.#receivers.clear();
    for (const work of this.#endings) work();
  }

  #stop(name: string, what: string): void {
    this.#wires.stop(this, { thrown: { name, message: `The call ${what}.` }, fatal: true });
  }
}
