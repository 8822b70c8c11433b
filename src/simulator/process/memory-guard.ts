import { readFileSync } from "node:fs";
import { memoryLimit } from "../limits.ts";

/** Milliseconds. A call that is shorter costs nothing. */
const interval = 50;

/**
 * Calls `exceed` once a process has grown by more than a call may use since the first look. It relies on nothing that runs in the
 * process. Only Linux has a file that says how large another process is; elsewhere process/main.ts looks alone.
 *
 * @returns ends the guard
 */
export function guardMemory(pid: number | undefined, exceed: () => void): () => void {
  let before: number | undefined;
  const timer = setInterval(() => {
    const size = residentSize(pid);
    if (size === undefined) return clearInterval(timer);
    before ??= size;
    if (size - before > memoryLimit * 1_000_000) exceed();
  }, interval);
  return () => clearInterval(timer);
}

/** The bytes of a process that are in memory, buffers included. */
function residentSize(pid: number | undefined): number | undefined {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}
