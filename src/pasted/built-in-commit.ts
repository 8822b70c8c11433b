import { type Signature, signatureOf } from "../built/signature.ts";
import { type Git, gitIn } from "../source/git.ts";

/** The commit that a zap.js was first committed in. */
export interface Commit {
  /** Abbreviated. */
  readonly hash: string;
  /** `2026-11-21` */
  readonly date: string;
  /** Beside what is checked out; absent where neither has come after the other: they stand on two branches. */
  readonly age?: "older" | "newer";
  /** The file as it was committed. */
  readonly text: string;
  /** The source map that was committed beside it. */
  readonly map?: string;
}

/** Finds the commit that brought the file of a header; undefined without Git, or where it was never committed. */
export async function builtInCommit(directory: string, signature: Signature): Promise<Commit | undefined> {
  const git = gitIn(directory);
  const search = `-Ssources ${signature.sources}, file ${signature.file}.`;
  const format = ["--all", "--reverse", "--format=%h %cs", "--name-only", "--no-ext-diff"];
  const log = await git("log", ...format, search, "--", ":(top,glob)**/zap.js");
  // fa7d904 2026-11-21
  //
  // dist/zap.js
  const { hash, date, path } = /^(?<hash>\w+) (?<date>\S+)\n\n(?<path>.+)/.exec(log ?? "")?.groups ?? {};
  if (!hash || !date) return undefined;
  const text = await git("show", `${hash}:${path}`);
  // A commit that takes the file away is found, too.
  if (text === undefined || signatureOf(text)?.file !== signature.file) return undefined;
  const [map, age] = await Promise.all([git("show", `${hash}:${path}.map`), ageOf(hash, git)]);
  return { hash, date, ...(age && { age }), text, ...(map !== undefined && { map }) };
}

async function ageOf(hash: string, git: Git): Promise<Commit["age"]> {
  const isAncestor = ["merge-base", "--is-ancestor"];
  if ((await git(...isAncestor, hash, "HEAD")) !== undefined) return "older";
  return (await git(...isAncestor, "HEAD", hash)) === undefined ? undefined : "newer";
}
