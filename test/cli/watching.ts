import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { bin, environment } from "./zapc.ts";

/** A `zapc build --watch` at work. */
export interface Watching {
  readonly process: ChildProcess;
  /** The next line that it prints. */
  readonly line: () => Promise<string>;
  /** Interrupts it. Gives its exit code once nothing that it started is left to write to its output. */
  readonly interrupt: () => Promise<number | null>;
}

/** Starts `zapc build --watch`. */
export function startWatching(args: readonly string[]): Watching {
  const child = spawn(process.execPath, [bin, "build", "--watch", ...args], { env: environment });
  const closed = once(child, "close") as Promise<[number | null]>;
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  child.stderr.resume();
  return {
    process: child,
    line: async () => {
      const { value, done } = await lines.next();
      if (done) throw new Error("zapc build --watch has ended.");
      return value;
    },
    interrupt: async () => {
      child.kill("SIGINT");
      const [code] = await closed;
      return code;
    },
  };
}
