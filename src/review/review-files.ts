import { audit } from "../audit/audit.ts";
import { auditedBuild } from "../audit/audited.ts";
import { readBaseline, readSeverities } from "../audit/files.ts";
import type { Draft } from "../compiler/compile.ts";
import { Failure } from "../model/failure.ts";
import type { Cache } from "../source/cache.ts";
import { reviewMarkdown } from "./markdown.ts";
import { reviewPage } from "./page.ts";
import { type ReviewedIntegration, type ReviewInput, reviewedOf } from "./reviewed.ts";

/** A file of the review that stands beside zap.js. */
export type ReviewFile = readonly [name: "REVIEW.md" | "review.html", text: string];

/**
 * The review that a build writes: with the severities and the baseline of the audit that stand in the current directory, and
 * without anything that another machine or another day would change.
 *
 * @throws {Failure} when the settings of the audit cannot be read.
 */
export async function reviewFiles(draft: Draft, cache: Cache): Promise<readonly ReviewFile[]> {
  const reviewed = await reviewOf(draft, cache);
  return (["REVIEW.md", "review.html"] as const).map((name) => [name, reviewText(reviewed, name)] as const);
}

/** A build with the findings of its audit, for a review. */
export async function reviewOf(
  build: Draft,
  cache: Cache,
  more: Pick<ReviewInput, "comparison" | "exercised" | "account"> = {},
): Promise<ReviewedIntegration> {
  const baseline = readBaseline(undefined);
  const severities = readSeverities(undefined);
  const report = audit(await auditedBuild(build, cache), { severities, ...(baseline && { baseline }) });
  return reviewedOf({ ...build, ...more, audit: report }, cache);
}

/**
 * The text of a review: Markdown where the name of its file says so, else the page.
 *
 * @throws {Failure} when a secret would be in it.
 */
export function reviewText(reviewed: ReviewedIntegration, file: string): string {
  const text = file.endsWith(".md") ? reviewMarkdown(reviewed) : reviewPage(reviewed);
  if (!reviewed.withheld.isIn(text)) return text;
  throw new Failure(`Failed to write ${file}: it would show a secret.`, {
    hint: "Take what looks like a secret, a key or a password, out of the sources.",
  });
}
