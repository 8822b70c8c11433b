import type { CallOfScript, CallOutcome, MessageToScript, ScriptSource } from "../protocol.ts";
import { type CallListener, crashed, outOfMemory, ProcessCall } from "./call.ts";
import type { Child } from "./child.ts";
import { guardMemory } from "./memory-guard.ts";
import { type Holder, pool } from "./pool.ts";

interface MethodCall extends Pick<CallOfScript, "method" | "bundle"> {
  /** Left out: the time that it is. */
  readonly now?: Date | undefined;
  /** True if the script goes on as the call before has left it. */
  readonly goesOn: boolean;
}

interface ScriptProcessOptions extends ScriptSource {
  /** Milliseconds that a call may take, its requests included. */
  readonly time_limit: number;
}

const nothing: CallListener = {
  request: async () => ({ failure: { message: "The script sends a request while it loads." } }),
  log: () => {},
  notSimulated: () => {},
};

/** The process in which a simulator's script runs. One call at a time; a call that does not end takes the process with it. */
export class ScriptProcess implements Holder {
  readonly #options: ScriptProcessOptions;
  #child: Child | undefined;
  #closed = false;
  #state: Promise<(before: string, after: string) => string[]> | undefined;
  #holds = 0;

  constructor(options: ScriptProcessOptions) {
    this.#options = options;
  }

  /** The script, and where it was read. */
  get script(): ScriptSource {
    return this.#options;
  }

  /** The variables that a method uses and that those before it have set: none where the script cannot be read. */
  async keptState(before: readonly string[], method: string): Promise<string[]> {
    this.#state ??= import("../../inference/kept-state.ts").then(({ keptState }) => {
      try {
        return keptState(this.#options.source);
      } catch {
        return () => [];
      }
    });
    const between = await this.#state;
    return [...new Set(before.flatMap((earlier) => between(earlier, method)))];
  }

  /** In bytes. */
  get scriptSize(): number {
    return Buffer.byteLength(this.#options.source);
  }

  call({ method, bundle, now, goesOn }: MethodCall, listener: CallListener): Promise<CallOutcome> {
    const time = now && { now: now.getTime(), limit: this.#options.time_limit };
    const call: CallOfScript = { method, bundle, ...(time && { time }), ...(goesOn && { goes_on: goesOn }) };
    return this.#run({ type: "call", ...call }, listener);
  }

  /** Keeps the process between calls, with what the script has made of its variables. Gives what lets it go. */
  hold(): () => void {
    this.#holds += 1;
    pool.markBusy(this);
    return () => {
      this.#holds -= 1;
      this.#rest();
    };
  }

  /** The script's methods with their numbers of parameters, as an object in JSON. */
  inspect(): Promise<CallOutcome> {
    return this.#run({ type: "inspect" }, nothing);
  }

  /** Kills the process. The next call gets another one. */
  release(): void {
    this.#give()?.kill();
  }

  async close(): Promise<void> {
    this.#closed = true;
    pool.markBusy(this);
    await this.#give()?.close();
  }

  #give(): Child | undefined {
    const child = this.#child;
    this.#child = undefined;
    if (child) pool.release();
    return child;
  }

  async #run(task: MessageToScript, listener: CallListener): Promise<CallOutcome> {
    pool.markBusy(this);
    try {
      const child = await this.#loaded();
      if (this.#closed) await this.close();
      return this.#closed ? closed : await this.#during(child, task, listener);
    } finally {
      this.#rest();
      pool.keepWarm();
    }
  }

  #rest(): void {
    if (!this.#closed && this.#child && this.#holds === 0) pool.markIdle(this);
  }

  /** A process that has the script. */
  async #loaded(): Promise<Child> {
    if (this.#child?.isGone) this.release();
    if (this.#child) return this.#child;
    const child = await pool.take();
    this.#child = child;
    await child.start();
    const { source, filename, runtime } = this.#options;
    child.send({ type: "load", source, filename, runtime });
    return child;
  }

  #during(child: Child, task: MessageToScript, listener: CallListener): Promise<CallOutcome> {
    return new Promise((resolve) => {
      const end = (outcome: CallOutcome) => {
        clearTimeout(timer);
        endGuard();
        child.call = undefined;
        if ("late" in outcome || outcome.fatal) this.release();
        resolve(outcome);
      };
      // The process does not keep its parent alive; this timer does, as long as a call is under way.
      const timer = setTimeout(end, this.#options.time_limit, { late: true });
      const endGuard = guardMemory(child.pid, () => end(outOfMemory));
      child.call = new ProcessCall({ child, listener, end });
      child.send(task);
    });
  }
}

const closed = crashed("Error", "The script's process is closed.");
