import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Subjects } from "../method-comparison.ts";
import { installCommand, installedRunner } from "./installed-runner.ts";
import { RunnerSubject } from "./runner-subject.ts";

/** Two scripts that the platform's own runner can load, or why they do not run on it, as the end of a sentence. */
export type OnRunner =
  | { readonly version: string; readonly subjects: Subjects }
  | { readonly because: string };

interface Scripts {
  readonly old: string;
  readonly new: string;
  /** The folders in which the runner is looked for, besides zapc's own packages. */
  readonly folders: readonly string[];
  /** Milliseconds that one call may take. */
  readonly time_limit: number;
}

/** Starts the runner for both scripts, where it is installed. */
export async function runnerSubjects({ folders, time_limit, ...scripts }: Scripts): Promise<OnRunner> {
  const runner = installedRunner([...folders, dirname(fileURLToPath(import.meta.url))]);
  if (!runner) return { because: `it is not installed. This installs it: ${installCommand}` };
  const on = (script: string) => new RunnerSubject(script, runner, time_limit);
  const subjects = { old: on(scripts.old), again: on(scripts.old), new: on(scripts.new) };
  const close = () => Promise.all(Object.values(subjects).map((subject) => subject.close()));
  const [old, other] = await Promise.all([subjects.old.members(), subjects.new.members()]).catch(
    async (error) => {
      await close();
      throw error;
    },
  );
  const failed = "failure" in old ? ["old", old.failure] : "failure" in other ? ["new", other.failure] : [];
  const [side, failure = ""] = failed;
  if (side !== undefined) {
    await close();
    return { because: `the ${side} script does not load on it: ${failure.replace(/\.$/, "")}.` };
  }
  return { version: runner.version, subjects };
}
