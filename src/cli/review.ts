import { join, resolve } from "node:path";
import colors from "picocolors";
import { type Compiled, compile } from "../compiler/compile.ts";
import { outputFiles, write } from "../compiler/write.ts";
import { diff } from "../metadata/diff/diff.ts";
import { readVersion } from "../metadata/diff/sides.ts";
import { recordedRuns, replayed } from "../metadata/recorded-runs.ts";
import { isReview } from "../output/generator.ts";
import { removedAfter, temporaryFolder } from "../output/temporary-folder.ts";
import { checkReplaceable, writeFiles } from "../output/write-files.ts";
import { exercisedBy } from "../review/exercised.ts";
import { reviewOf, reviewText } from "../review/review-files.ts";
import type { ReviewComparison } from "../review/reviewed.ts";
import { verdictOf } from "../review/verdict.ts";
import { orCouldNotRun } from "./could-not-run.ts";
import { earlierBuilds } from "./earlier-builds.ts";
import { readObject } from "./read-object.ts";
import type { ExitCode } from "./report-error.ts";

export interface ReviewOptions {
  readonly scripting: string;
  readonly out: string;
  readonly against?: string;
  readonly dist: string;
  readonly recordings?: string;
  readonly auth?: string;
  readonly force?: true;
  readonly json?: true;
}

/** `zapc review`: writes the page of a review, with what is different from an earlier version. */
export async function reviewCommand({ json, ...options }: ReviewOptions): Promise<ExitCode> {
  return orCouldNotRun({ json: json === true, consequence: "Nothing was written." }, async () => {
    const { out: file, force, scripting } = options;
    checkReplaceable([{ file, isOwn: isReview }], { force });
    const account = options.auth === undefined ? {} : await readObject(options.auth, "the auth fields");
    const cache = earlierBuilds(resolve(scripting));
    const compiled = await compile(resolve(scripting), cache);
    const comparison = await comparisonWith(compiled, options);
    const exercised = await exercisedMethods(compiled, account, options);
    const reviewed = await reviewOf(compiled, cache, { comparison, exercised, account });
    cache.save({ ok: true });
    const content = reviewText(reviewed, file);
    writeFiles([{ file, content, isOwn: isReview }], { force });
    const { headline, notRun } = verdictOf(reviewed);
    if (json)
      console.log(
        JSON.stringify(
          { ok: true, file, bytes: Buffer.byteLength(content), headline, not_run: notRun },
          null,
          2,
        ),
      );
    else
      console.log(
        `${file.padEnd(24)} ${String(Buffer.byteLength(content)).padStart(8)} bytes\n${colors.green(headline)}`,
      );
    return 0;
  });
}

async function comparisonWith(
  { script, metadata }: Compiled,
  { against, dist }: ReviewOptions,
): Promise<ReviewComparison | undefined> {
  if (against === undefined) return undefined;
  const before = await readVersion(against, dist);
  const after = {
    name: "the sources",
    metadata: { ...metadata, script: script.map.x_zapc_file },
    script: script.code,
  };
  return { report: await diff(before, after), before };
}

/** Replays the recordings; undefined where none is given. */
async function exercisedMethods(
  compiled: Compiled,
  auth_fields: { readonly [key: string]: unknown },
  { recordings }: ReviewOptions,
): Promise<ReadonlySet<string> | undefined> {
  if (recordings === undefined) return undefined;
  const runs = recordedRuns(recordings);
  return removedAfter(temporaryFolder("zapc-review-"), async (folder) => {
    write(folder, outputFiles(compiled));
    const files = { script: join(folder, "zap.js"), metadata: join(folder, "metadata.json"), auth_fields };
    const called = new Set<string>();
    for (const run of runs) {
      await replayed(run, files);
      for (const method of exercisedBy(run, compiled.script.methods)) called.add(method);
    }
    return called;
  });
}
