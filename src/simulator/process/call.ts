import { memoryLimit } from "../limits.ts";
import type { Answer, CallOutcome, LogLevel, MessageFromScript, WireRequest } from "../protocol.ts";
import { CallCounts, type Excess } from "./call-counts.ts";
import type { Child, ChildEnd } from "./child.ts";

/** The listener to the events while a method runs. */
export interface CallListener {
  request(request: WireRequest): Promise<Answer>;
  log(level: LogLevel, text: string): void;
  notSimulated(message: string): void;
}

interface CallParts {
  readonly child: Child;
  readonly listener: CallListener;
  /** Is called once. */
  readonly end: (outcome: CallOutcome) => void;
}

/** A call that is under way in a process. */
export class ProcessCall {
  readonly #parts: CallParts;
  readonly #counts = new CallCounts();

  constructor(parts: CallParts) {
    this.#parts = parts;
  }

  handleMessage(message: MessageFromScript): void {
    const { end, listener } = this.#parts;
    if (message.type === "done") end(message.outcome);
    else if (message.type === "out-of-memory") end(outOfMemory);
    else if (message.type === "log") this.#log(message.level, message.text);
    else if (message.type === "not-simulated") listener.notSimulated(message.message);
    else if (message.type === "request") this.#answer(message.request, message.id);
  }

  /** The process has ended. V8 ends it when a single allocation goes far beyond the limit. */
  crash({ how, said }: ChildEnd): void {
    const isMemory = /out of memory|allocation failed/i.test(said);
    this.#parts.end(isMemory ? outOfMemory : crashed("Error", `The script's process ${how}.`));
  }

  #log(level: LogLevel, text: string): void {
    const excess = this.#counts.log(text);
    if (excess) this.#stop(excess);
    else this.#parts.listener.log(level, text);
  }

  async #answer(request: WireRequest, id: number | undefined): Promise<void> {
    const excess = this.#counts.request();
    if (excess) return this.#stop(excess);
    const { child, listener } = this.#parts;
    const answer = await listener
      .request(request)
      .catch(({ message }: Error) => ({ failure: { message: String(message) } }));
    this.#counts.answer();
    child.send({ type: "answer", ...(id !== undefined && { id }), answer });
  }

  #stop({ name, message }: Excess): void {
    this.#parts.end(crashed(name, message));
  }
}

/** The end of a call that takes its process with it. */
export function crashed(name: string, message: string): CallOutcome {
  return { thrown: { name, message }, fatal: true };
}

/** The end of a call that uses more memory than it may. */
export const outOfMemory = crashed(
  "MemoryLimitError",
  `The call used more than ${memoryLimit} MB of memory.`,
);
