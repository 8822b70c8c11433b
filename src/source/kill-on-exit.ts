import type { ChildProcess } from "node:child_process";

/**
 * Kills a child process when this process exits, so that the child does not go on alone.
 *
 * @returns a function that leaves the child alone again
 */
export function killOnExit(child: ChildProcess): () => void {
  const kill = () => {
    // A child that could not be started has no id. Node.js 20 sends its signal to id 0 then, which is the group of this process:
    // the shell, npm and whatever else waits for it.
    if (child.pid !== undefined) child.kill("SIGKILL");
  };
  // It ends before the folders that it works in are removed.
  process.prependOnceListener("exit", kill);
  return () => void process.off("exit", kill);
}
