import type { SimulatedClock } from "./clock.ts";
import type { ScriptHost } from "./host.ts";

interface Timer {
  readonly due: number;
  readonly work: () => void;
}

// Source: Node.js, setTimeout.
const longestDelay = 2 ** 31 - 1;

/** Timers of simulated time: the next one is due as soon as nothing else is under way. Answers to requests come first. */
export class SimulatedTimers {
  readonly #host: ScriptHost;
  readonly #clock: SimulatedClock;
  #timers: readonly Timer[] = [];
  #isScheduled = false;

  constructor(host: ScriptHost, clock: SimulatedClock) {
    this.#host = host;
    this.#clock = clock;
  }

  after(milliseconds: number, work: () => void): () => void {
    const delay = milliseconds >= 1 && milliseconds <= longestDelay ? Math.trunc(milliseconds) : 1;
    const timer: Timer = { due: this.#clock.now + delay, work };
    this.#timers = [...this.#timers, timer].sort((a, b) => a.due - b.due);
    this.#schedule();
    return () => this.#remove(timer);
  }

  #schedule(): void {
    if (this.#isScheduled || this.#timers.length === 0) return;
    this.#isScheduled = true;
    this.#host.whenIdle(() => {
      this.#isScheduled = false;
      this.#runNext();
      this.#schedule();
    });
  }

  #runNext(): void {
    const [next] = this.#timers;
    if (!next) return;
    this.#remove(next);
    this.#clock.advance(next.due);
    if (!this.#host.over) next.work();
  }

  #remove(timer: Timer): void {
    this.#timers = this.#timers.filter((other) => other !== timer);
  }
}
