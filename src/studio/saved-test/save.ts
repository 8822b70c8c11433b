import { existsSync, lstatSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { Failure } from "../../model/failure.ts";
import { writeFiles } from "../../output/write-files.ts";
import { hashOf, type Previewed } from "./preview.ts";

/**
 * Writes the files of a preview, all or none.
 *
 * @param at.root - the directory that their paths are relative to
 * @param at.folder - the directory of the tests: nothing is written outside of it, also through a symbolic link
 * @throws {Failure} where the preview was refused, where a file has changed since, or where it would not be below the folder.
 */
export function saveTest(
  previewed: Previewed,
  { root, folder }: { readonly root: string; readonly folder: string },
): string[] {
  if (previewed.refused !== undefined) throw new Failure(`Failed to save the test: ${previewed.refused}`);
  const files = previewed.files.map(({ path, text }) => ({ path, file: join(root, path), text }));
  for (const { path, file } of files) {
    if (!isBelow(realPath(file), realPath(folder))) {
      throw new Failure(`Failed to save the test: ${path} is not below ${relative(root, folder)}.`, {
        hint: "A symbolic link leads out of the tests' folder: remove it.",
      });
    }
    const seen = existsSync(file) ? hashOf(readFileSync(file)) : undefined;
    if (seen !== previewed.before[path]) {
      throw new Failure(`Failed to save the test: ${path} has changed since the preview.`, {
        hint: "Look at the preview again.",
      });
    }
  }
  // The hash has told that they are as they were seen.
  writeFiles(files.map(({ file, text }) => ({ file, content: text, isOwn: () => true })));
  return files.map(({ path }) => path);
}

/** The real path of a file that may not be there yet, also where a symbolic link leads to what is not there. */
function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink())
      return realPath(resolve(dirname(file), readlinkSync(file)));
    const parent = dirname(file);
    return parent === file ? file : join(realPath(parent), relative(parent, file));
  }
}

function isBelow(file: string, folder: string): boolean {
  return file.startsWith(folder + sep);
}
