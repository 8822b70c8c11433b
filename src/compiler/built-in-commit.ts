import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { type Signature, signatureOf } from "./signature.ts";

/** The commit that a zap.js was first committed in. */
export interface Commit {
  /** Abbreviated. */
  readonly hash: string;
  /** `2026-11-21` */
  readonly date: string;
  /** Whether what is checked out has come after it. */
  readonly isPast: boolean;
  /** The file as it was committed. */
  readonly text: string;
}

/** Finds the commit that brought the file of a header; undefined without Git, or where it was never committed. */
export async function builtInCommit(directory: string, signature: Signature): Promise<Commit | undefined> {
  const git = async (...args: string[]) =>
    (await promisify(execFile)("git", ["-C", directory, ...args], { maxBuffer: 64 * 2 ** 20 })).stdout;
  try {
    const sought = `-Ssources ${signature.sources}, file ${signature.file}.`;
    const format = ["--all", "--reverse", "--format=%h %cs", "--name-only", "--no-ext-diff"];
    const log = await git("log", ...format, sought, "--", ":(top,glob)**/zap.js");
    // fa7d904 2026-11-21
    //
    // dist/zap.js
    const [, hash, date, path] = /^(\w+) (\S+)\n\n(.+)/.exec(log) as string[] as [
      string,
      string,
      string,
      string,
    ];
    const text = await git("show", `${hash}:${path}`);
    if (signatureOf(text)?.file !== signature.file) return undefined;
    const isPast = await git("merge-base", "--is-ancestor", hash, "HEAD").then(
      () => true,
      () => false,
    );
    return { hash, date, isPast, text };
  } catch {
    return undefined;
  }
}
