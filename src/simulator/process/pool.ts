import { Child } from "./child.ts";

/** Holds a process, and can give it up between its calls. */
export interface Holder {
  /** Gives the process up. */
  release(): void;
}

/** The number of processes that run at once; one takes about 60 MB. */
export const mostProcesses = 8;

/**
 * The processes of all simulators of this parent. Each simulator keeps one; when there are too many, the one that has not been
 * used for the longest time is given up. One more is kept warm for the next simulator.
 */
class Pool {
  readonly #idle = new Set<Holder>();
  #taken = 0;
  readonly #waiting: (() => void)[] = [];
  #warm: Child | undefined;

  /** Resolves to a process, once there may be one more. */
  async take(): Promise<Child> {
    while (this.#taken >= mostProcesses) await this.#oneLess();
    const warm = this.#warm;
    this.#warm = undefined;
    const child = warm && !warm.isGone ? warm : new Child();
    // A process that could not be started is not counted.
    this.#taken += 1;
    return child;
  }

  /** Counts out a process that was taken, once it has ended. */
  release(): void {
    this.#taken -= 1;
    this.#waiting.shift()?.();
  }

  /** Starts the process that the next simulator gets. */
  keepWarm(): void {
    if (!this.#warm || this.#warm.isGone) this.#warm = new Child();
  }

  /** Keeps the process of a holder, which is in use. */
  markBusy(holder: Holder): void {
    this.#idle.delete(holder);
  }

  /** Lets the process of a holder be given up. */
  markIdle(holder: Holder): void {
    if (this.#waiting.length > 0) holder.release();
    else this.#idle.add(holder);
  }

  async #oneLess(): Promise<void> {
    const [oldest] = this.#idle;
    if (!oldest) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#idle.delete(oldest);
    oldest.release();
  }
}

export const pool = new Pool();
