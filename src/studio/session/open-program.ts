import { spawn } from "node:child_process";

/**
 * Starts a program that goes on alone.
 *
 * @param fail - hears why it could not be started
 */
export function openProgram(
  program: string,
  args: readonly string[],
  fail: (error: NodeJS.ErrnoException) => void,
): void {
  try {
    const opened = spawn(program, args, { stdio: "ignore", detached: true });
    opened.on("error", fail);
    opened.unref();
  } catch (error) {
    // Node.js throws for some reasons: a file that PATH has for a directory, for one.
    fail(error as NodeJS.ErrnoException);
  }
}
