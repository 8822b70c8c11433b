import { mkdtempSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { Failure } from "../model/failure.ts";
import { reasonOf, remedyOf } from "../model/system-error.ts";

/**
 * Makes a new folder among the temporary files.
 *
 * @param prefix - what its name begins with
 * @throws {Failure} when it cannot be made.
 */
export function temporaryFolder(prefix: string): string {
  try {
    return mkdtempSync(join(tmpdir(), prefix));
  } catch (error) {
    throw new Failure(`Failed to make a folder for temporary files in ${tmpdir()}: ${reasonOf(error)}.`, {
      hint: remedyOf(error) ?? "Let the variable TMPDIR name a directory that you may write to.",
      cause: error,
    });
  }
}

/**
 * Has a folder removed when this process exits.
 *
 * @returns a function that removes it at once
 */
export function removeOnExit(folder: string): () => void {
  const remove = () => {
    process.off("exit", remove);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", remove);
  return remove;
}

/** Works in a folder, and removes it then. A signal that nothing else handles ends this process by an exit meanwhile. */
export async function removedAfter<T>(folder: string, work: (folder: string) => Promise<T>): Promise<T> {
  const remove = removeOnExit(folder);
  const stopListening = exitOnSignals();
  try {
    return await work(folder);
  } finally {
    stopListening();
    remove();
  }
}

/**
 * Has a signal that nothing else handles end the process by an exit, at which folders are removed and child processes end.
 *
 * @returns a function that has signals do what they did before
 */
function exitOnSignals(): () => void {
  const signals = (["SIGINT", "SIGTERM", "SIGHUP"] as const).filter((it) => process.listenerCount(it) === 0);
  // As a shell gives the exit code of a process that a signal ended.
  const exit = (signal: (typeof signals)[number]) => process.exit(128 + constants.signals[signal]);
  for (const it of signals) process.once(it, exit);
  return () => {
    for (const it of signals) process.off(it, exit);
  };
}
