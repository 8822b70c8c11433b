import type { SimulatedTime } from "../protocol.ts";

// Assumed: a script that reads the clock so often at one instant is waiting in a loop for time to pass.
const readingsAtOneInstant = 1000;

/** The time of a call when it is passed in: it stands still, but for what the script waits. Nobody really waits. */
export class SimulatedClock {
  readonly #late: () => void;
  #now = 0;
  #last = 0;
  #readings = 0;

  /** @param late - is called once the script has waited longer than it may */
  constructor(late: () => void) {
    this.#late = late;
  }

  /** The call begins. It may wait for `limit` milliseconds. */
  begin({ now, limit }: SimulatedTime): void {
    this.#now = now;
    this.#last = now + limit;
  }

  get now(): number {
    return this.#now;
  }

  /** The time that the script reads. In a loop that waits, it ticks with each reading. */
  read(): number {
    this.#readings += 1;
    if (this.#readings > readingsAtOneInstant) this.#pass(this.#now + 1);
    return this.#now;
  }

  /** Goes on to a later time: a timer is due. */
  advance(time: number): void {
    this.#readings = 0;
    this.#pass(Math.max(this.#now, time));
  }

  #pass(time: number): void {
    this.#now = time;
    if (time > this.#last) this.#late();
  }
}

/** A Date that shows the time which `read` gives; its dates are dates of the realm. May run inside a context: see `inContext`. */
export function makeDate(read: () => number): DateConstructor {
  const Real = Date;
  function Simulated(...given: []): unknown {
    if (!new.target) return new Real(read()).toString();
    return Reflect.construct(Real, given.length > 0 ? given : [read()], new.target);
  }
  const { now: _, ...own } = Object.getOwnPropertyDescriptors(Real);
  Object.defineProperties(Simulated, own);
  Object.defineProperty(Simulated, "now", { value: () => read(), writable: true, configurable: true });
  return Simulated as unknown as DateConstructor;
}
