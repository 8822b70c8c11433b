import { join, resolve } from "node:path";
import type { Bundler } from "../compiler/bundle/bundle.ts";
import { compile, type Draft } from "../compiler/compile.ts";
import { dumpInto } from "../compiler/dump.ts";
import { sizeWarning } from "../compiler/size-warning.ts";
import { checkOutputDirectory, outputFiles, write } from "../compiler/write.ts";
import type * as zapc from "../index.ts";
import { Invalid } from "../model/diagnostic.ts";
import { checkOptions, isFlag, isPath, type OptionChecks } from "../model/option-checks.ts";
import { type ReviewFile, reviewFiles } from "../review/review-files.ts";
import { type Cache, openCache } from "../source/cache.ts";

/** The options of one build. */
export interface BuildSettings {
  readonly scripting: string;
  /** The directory that it is written to; absent when the sources are only checked. */
  readonly out?: string;
  /** True if files in that directory are replaced that zapc did not write. */
  readonly force?: boolean | undefined;
  /** The size of zap.js in bytes above which there is a warning. */
  readonly warnAbove?: number;
  /** The directory that the text of each module after each phase is written to. */
  readonly dump?: string;
  /** True if REVIEW.md and review.html are left out, as they are while watching: they take a sixth of a build after an edit. */
  readonly withoutReview?: boolean;
}

/** The state that a build begins with: the findings of earlier ones, and the time of `performance.now()` from which it counts. */
export interface BuildStart {
  readonly cache: Cache;
  readonly bundler?: Bundler;
  readonly since: number;
}

/** Compiles, and writes unless the sources are only checked. The faults of the sources are in the report. */
export async function runBuild(
  { scripting, out, force, warnAbove, dump: dumpDirectory, withoutReview = false }: BuildSettings,
  { cache, bundler, since }: BuildStart,
): Promise<zapc.BuildReport> {
  const elapsed = () => Math.round(performance.now() - since);
  if (out !== undefined) checkOutputDirectory(out, scripting);
  const dump = dumpDirectory === undefined ? undefined : dumpInto(dumpDirectory);
  try {
    const review: ReviewFile[] = [];
    const reviewed = async (draft: Draft) => void review.push(...(await reviewFiles(draft, cache)));
    const drafted = out === undefined || withoutReview ? undefined : reviewed;
    const compiled = await compile(resolve(scripting), cache, { bundler, dump, drafted });
    const { methods, code } = compiled.script;
    const files = new Map([...outputFiles(compiled), ...review]);
    const written = out === undefined ? [] : write(out, files, { force });
    const large = sizeWarning(join(out ?? "", "zap.js"), Buffer.byteLength(code), warnAbove);
    return {
      ok: true,
      methods,
      files: written.map(({ file, content }) => ({ file, bytes: Buffer.byteLength(content) })),
      milliseconds: elapsed(),
      diagnostics: [...compiled.warnings, ...large],
    };
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return { ok: false, methods: [], files: [], milliseconds: elapsed(), diagnostics: error.diagnostics };
  }
}

const checkChecks: OptionChecks<zapc.CheckOptions> = {
  scripting: isPath,
  warn_above: (value) => (typeof value === "number" && value >= 0 ? undefined : "must be a number of bytes"),
};

const buildChecks: OptionChecks<zapc.BuildOptions> = { ...checkChecks, out: isPath, force: isFlag };

export const build: typeof zapc.build = async (options = {}) => {
  checkOptions("build", options, buildChecks);
  const { scripting = "scripting", out = "dist", force, warn_above } = options;
  return runOnce({ scripting, out, force, ...(warn_above !== undefined && { warnAbove: warn_above }) });
};

export const check: typeof zapc.check = async (options = {}) => {
  checkOptions("check", options, checkChecks);
  const { scripting = "scripting", warn_above } = options;
  return runOnce({ scripting, ...(warn_above !== undefined && { warnAbove: warn_above }) });
};

async function runOnce(build: BuildSettings): Promise<zapc.BuildReport> {
  const since = performance.now();
  const cache = openCache(resolve(build.scripting));
  const report = await runBuild(build, { cache, since });
  cache.save(report);
  return report;
}
