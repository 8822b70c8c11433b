import { mkdtempSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Bundler } from "../../compiler/bundle/bundle.ts";
import { type Compiled, compile } from "../../compiler/compile.ts";
import { outputFiles } from "../../compiler/write.ts";
import { headlines } from "../../deliver/checklist.ts";
import { deliveredVersion, readDelivery, todoOf } from "../../deliver/delivery.ts";
import { diff } from "../../metadata/diff/diff.ts";
import { diffMarkdown } from "../../metadata/diff/markdown.ts";
import { reviewOf, reviewText } from "../../review/review-files.ts";
import type { Cache } from "../../source/cache.ts";
import type { RunnableScript, ScriptReview } from "../session/script.ts";

/** The input of a build. */
export interface BuildInput {
  readonly scripting: string;
  readonly cache: Cache;
  readonly bundler: Bundler;
  /** The time of `performance.now()` from which it counts. */
  readonly since: number;
  /** The folder below which a build is written. */
  readonly folder: string;
}

/** The places at which `zapc deliver` looks. */
const delivered = { record: "zapc-delivered.json", dist: "dist" };

/**
 * Builds a scripting directory into a folder of its own. Nothing of the project is written.
 *
 * @throws {Invalid} with all errors in the sources.
 */
export async function buildSources({
  scripting,
  cache,
  bundler,
  since,
  folder,
}: BuildInput): Promise<RunnableScript> {
  const compiled = await compile(resolve(scripting), cache, { bundler });
  const own = mkdtempSync(join(folder, "build-"));
  for (const [name, content] of outputFiles(compiled)) writeFileSync(join(own, name), content);
  cache.save({ ok: true });
  return {
    ...{ file: join(own, "zap.js"), given: join(own, "metadata.json"), metadata: compiled.metadata },
    ...{ warnings: compiled.warnings, took: Math.round(performance.now() - since) },
    review: () => reviewed(compiled, cache),
  };
}

async function reviewed(compiled: Compiled, cache: Cache): Promise<ScriptReview> {
  const review = await reviewOf(compiled, cache);
  const audit = review.audit.findings.map(({ rule, severity, message, file, line, column, hint }) => ({
    ...{ code: rule, severity, message, file },
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(hint !== undefined && { hint }),
  }));
  return { html: reviewText(review, "review.html"), audit, delivery: await deliveryText(compiled) };
}

/** The changes since the last delivery, in Markdown. */
async function deliveryText({ script, metadata }: Compiled): Promise<string> {
  const last = readDelivery(delivered.record);
  const todo = todoOf(script.code, metadata, last);
  const headline = headlines[todo];
  const before = last && todo !== "nothing" ? await deliveredVersion(last, delivered.dist) : undefined;
  if (!before) return headline;
  const changes = await diff(before, { name: "now", metadata, script: script.code });
  return `${headline}\n\n${diffMarkdown(changes)}`;
}
