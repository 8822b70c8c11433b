import type { Context } from "node:vm";
import type { ScriptHost } from "./host.ts";
import type { Membrane } from "./membrane/membrane.ts";
import { inContext } from "./realm.ts";
import { SimulatedTimers } from "./simulated-timers.ts";

type TimerCallback = (...values: unknown[]) => void;
type Stop = () => void;

/** Runs work after some milliseconds, unless it is stopped before. */
type ScheduleTimer = (milliseconds: number, work: () => void) => Stop;

/** Gives the context its timers. They end with the call: on the platform the process is gone after it. */
export function addTimers(context: Context, membrane: Membrane, host: ScriptHost): void {
  const running = new Map<number, Stop>();
  let lastId = 0;
  const begin = (start: (run: () => void) => Stop, work: TimerCallback, values: unknown[]) => {
    // Node.js refuses a value that is no function, in its own words.
    if (typeof work !== "function") setImmediate(work);
    lastId += 1;
    const id = lastId;
    const run = () => {
      running.delete(id);
      work(...values);
    };
    running.set(id, start(run));
    return id;
  };
  const after = timersOf(host);
  const timers = inContext(
    context,
    makeTimers,
  )({
    setTimeout: membrane.toScript((work: TimerCallback, milliseconds: number, ...values: unknown[]) =>
      begin((run) => after(milliseconds, run), work, values),
    ),
    setImmediate: membrane.toScript((work: TimerCallback, ...values: unknown[]) =>
      begin(immediately, work, values),
    ),
    clear: membrane.toScript((id: number) => {
      running.get(id)?.();
      running.delete(id);
    }),
  });
  host.atEnd(() => {
    for (const stop of running.values()) stop();
  });
  for (const [name, value] of Object.entries(timers)) {
    Object.defineProperty(context, name, { value, writable: true, configurable: true });
  }
}

function timersOf(host: ScriptHost): ScheduleTimer {
  const { clock } = host;
  if (!clock) return afterWaiting;
  const simulated = new SimulatedTimers(host, clock);
  return (milliseconds, work) => simulated.after(milliseconds, work);
}

const afterWaiting: ScheduleTimer = (milliseconds, work) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};

function immediately(work: () => void): Stop {
  const immediate = setImmediate(work);
  return () => clearImmediate(immediate);
}

interface Starters {
  setTimeout(work: TimerCallback, milliseconds: number, ...values: unknown[]): number;
  setImmediate(work: TimerCallback, ...values: unknown[]): number;
  clear(id: number): void;
}

/** Made inside the context: see `inContext`. A timer is an object there, as in Node.js. */
function makeTimers(host: Starters) {
  const ids = new WeakMap<object, number>();
  const timerOf = (id: number) => {
    const timer = { ref: () => timer, unref: () => timer };
    ids.set(timer, id);
    return timer;
  };
  const clear = (timer: object) => {
    const id = ids.get(timer);
    if (id !== undefined) host.clear(id);
  };
  return {
    // Source: docs/platform.md, "Two runtimes": on the legacy runtime it is undefined, see globals.ts.
    setInterval: (work: TimerCallback, milliseconds: number, ...values: unknown[]) => {
      const again = () => {
        ids.set(timer, host.setTimeout(again, milliseconds));
        work(...values);
      };
      const timer = timerOf(host.setTimeout(typeof work === "function" ? again : work, milliseconds));
      return timer;
    },
    clearInterval: (timer: object) => clear(timer),
    setTimeout: (...args: Parameters<Starters["setTimeout"]>) => timerOf(host.setTimeout(...args)),
    setImmediate: (...args: Parameters<Starters["setImmediate"]>) => timerOf(host.setImmediate(...args)),
    clearTimeout: (timer: object) => clear(timer),
    clearImmediate: (timer: object) => clear(timer),
  };
}
