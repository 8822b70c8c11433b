import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { bin, environment } from "./zapc.ts";

/** A `zapc build --watch` at work. */
export interface Watching {
  readonly process: ChildProcess;
  /** The next line that it prints. */
  readonly line: () => Promise<string>;
  /** Everything that it and its processes have written to its error output. */
  readonly said: () => string;
  /** Interrupts it. Gives its exit code once nothing that it started is left to write to its output. */
  readonly interrupt: (signal?: "SIGINT" | "SIGTERM") => Promise<number | null>;
}

/** Starts `zapc build --watch`. */
export function startWatching(args: readonly string[]): Watching {
  const child = spawn(process.execPath, [bin, "build", "--watch", ...args], { env: environment });
  const closed = once(child, "close") as Promise<[number | null]>;
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk;
  });
  return {
    process: child,
    said: () => said,
    line: async () => {
      const { value, done } = await lines.next();
      if (done) throw new Error("zapc build --watch has ended.");
      return value;
    },
    interrupt: async (signal = "SIGINT") => {
      child.kill(signal);
      const [code] = await closed;
      return code;
    },
  };
}
