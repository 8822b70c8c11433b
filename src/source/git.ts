import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Runs Git, and gives its output; undefined where it fails, or is not there. */
export type Git = (...args: string[]) => Promise<string | undefined>;

const MOST_BYTES = 64 * 2 ** 20;

/** Git in a directory. */
export function gitIn(directory: string): Git {
  const common = ["-C", directory, "-c", "core.quotePath=false"];
  return async (...args) => {
    try {
      return (await promisify(execFile)("git", [...common, ...args], { maxBuffer: MOST_BYTES })).stdout;
    } catch {
      return undefined;
    }
  };
}
