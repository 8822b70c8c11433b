import { type Built, builtOf, readBuilt } from "../built/built.ts";
import { signatureOf } from "../built/signature.ts";
import { DataFailure } from "../model/failure.ts";
import { builtInCommit, type Commit } from "./built-in-commit.ts";

/** The build that a text is of. */
export interface BuildOf {
  readonly built: Built;
  /** The commit of the build, if it is another than the one in the directory. */
  readonly commit?: Commit;
}

/**
 * Finds the build that a text with a header of zapc's is of: the one in a directory, or one in Git's history. A text without a
 * header is taken to be of the former.
 *
 * @throws {Failure} where there is no such build.
 */
export async function buildOf(text: string, directory: string): Promise<BuildOf> {
  const built = await readBuilt(directory);
  const signature = signatureOf(text);
  if (!signature || signature.file === built.map.x_zapc_file) return { built };
  const commit = await builtInCommit(directory, signature);
  const committed = commit?.map === undefined ? undefined : builtOf(commit.text, commit.map);
  if (commit && committed) return { built: committed, commit };
  const { app, sources } = signature;
  const made = `it was made from the sources ${sources}${app ? ` of ${app}` : ""}`;
  throw new DataFailure(
    `Failed to map the trace: ${made}, which ${directory} was not, and Git's history has no other build.`,
    { hint: "Build those sources into a directory of their own, and name that with --dist DIR." },
  );
}
