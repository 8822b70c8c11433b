import { payloadLimit } from "../limits.ts";
import { NotSimulated } from "../not-simulated.ts";
import { CallCounts, type Excess } from "../process/call-counts.ts";
import type { Answer, CallOutcome, LogLevel, MessageFromScript, WireRequest } from "../protocol.ts";
import { SimulatedClock } from "./clock.ts";

/** The thread's connections, the same for every call. */
export interface ThreadPorts {
  readonly post: (message: MessageFromScript) => void;
  /** Blocks this thread until an answer is there. */
  readonly receive: () => Answer;
  /** Counts the requests of all calls: an answer that comes after its call finds nobody. */
  lastId: number;
  /** Ends a call that does too much, though the script is still running. */
  readonly stop: (host: ScriptHost, outcome: CallOutcome) => void;
}

/** The outside that code in the context can reach, during the calls of one execution. Nothing gets through between them. */
export class ScriptHost {
  /** Absent when the call happens now. */
  readonly clock: SimulatedClock | undefined;
  readonly #ports: ThreadPorts;
  readonly #receivers = new Map<number, (answer: Answer) => void>();
  readonly #endings: (() => void)[] = [];
  /** The number of native tasks that are under way. */
  #work = 0;
  #counts = new CallCounts();
  #idleWork: (() => void)[] = [];
  #over = false;
  #usedWhatIsNotSimulated = false;

  constructor(ports: ThreadPorts, { simulatesTime }: { readonly simulatesTime: boolean }) {
    this.#ports = ports;
    this.clock = simulatesTime ? new SimulatedClock(() => ports.stop(this, { late: true })) : undefined;
  }

  get over(): boolean {
    return this.#over;
  }

  log(level: LogLevel, text: string): void {
    if (this.#over) return;
    const excess = this.#counts.log(text);
    if (excess) this.#stop(excess);
    else this.#ports.post({ type: "log", level, text });
  }

  /** Sends, and blocks this thread until the answer is there. */
  request(request: WireRequest): Answer {
    if (this.#over || this.#sendsTooMuch()) return { failure: { message: "The call is over." } };
    this.#ports.post({ type: "request", request: withinReason(request) });
    const answer = this.#ports.receive();
    this.#counts.answer();
    return answer;
  }

  requestLater(request: WireRequest, receive: (answer: Answer) => void): void {
    if (this.#over || this.#sendsTooMuch()) return;
    this.#ports.lastId += 1;
    const id = this.#ports.lastId;
    this.#receivers.set(id, receive);
    this.#ports.post({ type: "request", request: withinReason(request), id });
  }

  /** The answer to a request that did not wait. */
  deliver(id: number, answer: Answer): void {
    const receive = this.#receivers.get(id);
    this.#receivers.delete(id);
    this.#counts.answer();
    receive?.(answer);
    this.#continueIfIdle();
  }

  /** Native work begins. Gives what is to be called when it has ended. */
  beginWork(): () => void {
    let ended = false;
    this.#work += 1;
    return () => {
      if (!ended) this.#work -= 1;
      ended = true;
    };
  }

  /** Tells whether native work is still under way (`crypto.pbkdf2`): nothing but the end of the process ends it. */
  get leavesWork(): boolean {
    return this.#work > 0;
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
      this.#ports.post({ type: "not-simulated", message: error.message });
    }
    this.#usedWhatIsNotSimulated = true;
    return error;
  }

  /** Runs when the call is over. */
  atEnd(work: () => void): void {
    this.#endings.push(work);
  }

  /** Another call begins in the same realm. */
  resume(): void {
    this.#over = false;
    this.#counts = new CallCounts();
    this.#idleWork = [];
    this.#usedWhatIsNotSimulated = false;
  }

  /** The number of answers that the script is waiting for. */
  get waiting(): number {
    return this.#receivers.size;
  }

  end(): void {
    this.#over = true;
    this.#receivers.clear();
    for (const work of this.#endings) work();
  }

  #sendsTooMuch(): boolean {
    const excess = this.#counts.request();
    if (excess) this.#stop(excess);
    return excess !== undefined;
  }

  #stop(thrown: Excess): void {
    this.#ports.stop(this, { thrown, fatal: true });
  }
}

/** No more of a request than shows the simulator, which refuses it, that it is too large. */
function withinReason(request: WireRequest): WireRequest {
  const { body, url } = request;
  const most = payloadLimit + 1;
  return { ...request, url: url.slice(0, most), body: body === null ? null : body.slice(0, most) };
}
