import { lstatSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../model/failure.ts";
import { writeFiles } from "../output/write-files.ts";
import type { ProjectFile } from "./step.ts";

const MOST_NAMED = 5;

/**
 * Checks that new files replace nothing.
 *
 * @param task - what they are for, as the end of `Failed to …`
 * @throws {Failure} where one of them is there already.
 */
export function requireFree(directory: string, files: readonly ProjectFile[], task: string): void {
  const isThere = ({ path }: ProjectFile) =>
    lstatSync(join(directory, path), { throwIfNoEntry: false }) !== undefined;
  const there = files.filter(isThere).map(({ path }) => path);
  if (there.length === 0) return;
  const more = there.length > MOST_NAMED ? ` and ${there.length - MOST_NAMED} more` : "";
  const be = there.length === 1 ? "is" : "are";
  throw new Failure(
    `Failed to ${task}: ${there.slice(0, MOST_NAMED).join(", ")}${more} ${be} there already.`,
    {
      hint: "Nothing was changed. Move what is there, or choose another name or directory.",
    },
  );
}

/** Writes the files of a project, all or none. Existing files are replaced. */
export function writeProject(directory: string, files: readonly ProjectFile[]): void {
  const isOwn = () => true;
  writeFiles(files.map(({ path, text }) => ({ file: join(directory, path), content: text, isOwn })));
}
