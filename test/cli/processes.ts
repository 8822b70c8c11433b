import { readFileSync } from "node:fs";

/** The processes that a process has started, where the system tells. */
export function childrenOf(process: number): number[] {
  try {
    return readFileSync(`/proc/${process}/task/${process}/children`, "utf8").trim().split(" ").map(Number);
  } catch {
    return [];
  }
}

export function isRunning(process: number): boolean {
  try {
    return !readFileSync(`/proc/${process}/stat`, "utf8").includes(") Z ");
  } catch {
    return false;
  }
}

/** Seconds of the processor that a process has used; 0 where the system does not tell. */
export function processorTime(process: number): number {
  try {
    const text = readFileSync(`/proc/${process}/stat`, "utf8");
    // Source: proc(5): utime and stime, in hundredths of a second, behind the command in parentheses.
    const [user, system] = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13)
      .map(Number);
    return ((user ?? 0) + (system ?? 0)) / 100;
  } catch {
    return 0;
  }
}
