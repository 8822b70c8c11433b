import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../../model/failure.ts";
import { completeWrites } from "../../output/journal.ts";
import { writeFiles } from "../../output/write-files.ts";
import type { AdoptedFile } from "./files.ts";

const MOST_NAMED = 5;

/**
 * Writes the files of an adopted script, all or none, after those of a run that was killed. An existing file stays, if it is the same
 * or the user's.
 *
 * @param replaceable - what an earlier run may have written: it is replaced where nobody has changed it since
 * @returns how many files were written.
 * @throws {Failure} where a file there differs, or one is gone that an earlier run has written.
 */
export function writeDirectory(
  directory: string,
  files: readonly AdoptedFile[],
  replaceable: readonly AdoptedFile[],
): number {
  completeWrites(directory);
  const there = files.filter(({ path }) => existsSync(join(directory, path)));
  const isAt = ({ path, text }: AdoptedFile) => existingText(directory, path) === text;
  if (files.every(isAt)) return 0;
  const isReplaceable = replaceable.length > 0 && replaceable.every(isAt);
  if (there.length > 0 && !isReplaceable) {
    const named = there.filter((file) => !isAt(file)).map(({ path }) => path);
    const gone = files.filter((file) => !there.includes(file)).map(({ path }) => path);
    throw named.length > 0
      ? wouldLose(directory, named, "changed")
      : wouldLose(directory, gone, "made again");
  }
  const isOwn = () => true;
  writeFiles(files.map(({ path, text }) => ({ file: join(directory, path), content: text, isOwn })));
  return files.length;
}

function existingText(directory: string, path: string): string | undefined {
  try {
    return readFileSync(join(directory, path), "utf8");
  } catch {
    return undefined;
  }
}

function wouldLose(directory: string, paths: readonly string[], how: string): Failure {
  const more = paths.length > MOST_NAMED ? ` and ${paths.length - MOST_NAMED} more` : "";
  const named = `${paths.slice(0, MOST_NAMED).join(", ")}${more}`;
  return new Failure(
    `Failed to adopt into ${directory}: it holds files already, of which ${named} would be ${how}.`,
    { hint: "Nothing was changed. Name another directory: --out DIR." },
  );
}
