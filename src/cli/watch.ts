import { resolve } from "node:path";
import colors from "picocolors";
import { Bundler } from "../compiler/bundle.ts";
import { rebuilding } from "../compiler/esbuild.ts";
import { Failure } from "../model/failure.ts";
import { type BuildOptions, type BuildReport, build, printOutcome } from "./build.ts";
import { changesOf } from "./changes.ts";
import { earlierBuilds } from "./earlier-builds.ts";
import { failureReport, printFailure } from "./print.ts";

/**
 * `zapc build --watch`: builds, and again after each change, one build after the other, until the process is interrupted.
 * What is wrong with the sources, or cannot be written, is reported until it is mended.
 */
export async function watchCommand(options: BuildOptions): Promise<0> {
  const directory = resolve(options.scripting);
  const interrupted = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => interrupted.abort());
  const cache = await earlierBuilds(directory);
  const bundler = new Bundler(rebuilding());
  let isFirst = true;
  for await (const since of changesOf({ directory, out: options.out, until: interrupted.signal })) {
    try {
      const report = await build(options, { cache, bundler, since });
      print(report, options);
      cache.save(report);
    } catch (error) {
      // An interrupt from the keyboard reaches the type-check as well.
      if (interrupted.signal.aborted) break;
      if (isFirst || !(error instanceof Failure)) throw error;
      print(error, options);
    }
    isFirst = false;
  }
  return 0;
}

function print(outcome: BuildReport | Failure, { json, scripting }: BuildOptions): void {
  const isFailure = outcome instanceof Failure;
  if (json) {
    console.log(JSON.stringify(isFailure ? failureReport(outcome) : outcome));
    return;
  }
  // What was wrong before is not to be seen any more.
  if (process.stdout.isTTY) console.clear();
  if (isFailure) printFailure(outcome);
  else printOutcome(outcome);
  console.log(colors.dim(`Watching ${scripting}. Ctrl+C ends it.`));
}
