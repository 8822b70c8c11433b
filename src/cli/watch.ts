import { resolve } from "node:path";
import colors from "picocolors";
import { Bundler } from "../compiler/bundle/bundle.ts";
import type { BuildReport } from "../index.ts";
import { Failure } from "../model/failure.ts";
import { isSystemError } from "../model/system-error.ts";
import { rebuilding, stopEsbuild } from "../source/esbuild.ts";
import { type BuildCommandOptions, printOutcome } from "./build.ts";
import { changesOf } from "./changes.ts";
import { earlierBuilds } from "./earlier-builds.ts";
import { failureReport, printFailure } from "./print.ts";
import { systemFailure } from "./report-error.ts";
import { runBuild } from "./run-build.ts";

/**
 * `zapc build --watch`: builds, and again after each change, one build after the other, until the process is interrupted.
 * Faults of the sources, and files that cannot be written, are reported until they are mended.
 */
export async function watchCommand(options: BuildCommandOptions): Promise<0> {
  const directory = resolve(options.scripting);
  const interrupted = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => interrupted.abort());
  const cache = earlierBuilds(directory);
  const bundler = new Bundler(rebuilding());
  let isFirst = true;
  try {
    for await (const since of changesOf({ directory, out: options.out, until: interrupted.signal })) {
      try {
        const report = await runBuild({ ...options, withoutReview: true }, { cache, bundler, since });
        print(report, options);
        cache.save(report);
      } catch (error) {
        // An interrupt from the keyboard reaches the type-check as well.
        if (interrupted.signal.aborted) break;
        const failure = isSystemError(error) ? systemFailure(error, { command: "build" }) : error;
        if (isFirst || !(failure instanceof Failure)) throw error;
        print(failure, options);
      }
      isFirst = false;
    }
  } finally {
    await stopEsbuild();
  }
  return 0;
}

function print(outcome: BuildReport | Failure, { json, scripting }: BuildCommandOptions): void {
  const isFailure = outcome instanceof Failure;
  if (json) {
    console.log(JSON.stringify(isFailure ? failureReport(outcome) : outcome));
    return;
  }
  // The faults of earlier builds must not be seen any more.
  if (process.stdout.isTTY) console.clear();
  if (isFailure) printFailure(outcome);
  else printOutcome(outcome);
  console.log(colors.dim(`Watching ${scripting}. Ctrl+C ends it.`));
}
