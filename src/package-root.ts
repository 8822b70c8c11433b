import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packageName = "zapc";

/** The folder of this package. The sources run from a bundle some folders below it, so it is looked for upwards. */
export const packageRoot: string = findPackageRoot(dirname(fileURLToPath(import.meta.url)));

function findPackageRoot(folder: string): string {
  if (nameOfPackageIn(folder) === packageName) return folder;
  if (dirname(folder) === folder)
    throw new Error(`No package.json of "${packageName}" above ${import.meta.url}`);
  return findPackageRoot(dirname(folder));
}

function nameOfPackageIn(folder: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).name;
  } catch {
    return undefined;
  }
}

const sources = join(packageRoot, "src");

/** The folder of the files that are read as they stand: the sources, in a published package lib/, in which they have the same paths. */
export const readableSources: string = existsSync(sources) ? sources : join(packageRoot, "lib");

/** zapc's own version. */
export const ownVersion: string = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")).version;

/**
 * The file of the helpers that lowered syntax calls. It stands in for tslib, too. Absolute, and without symbolic links, as esbuild
 * reports paths.
 */
export const helpersFile: string = realpathSync.native(join(readableSources, "compiler/lower/helpers.js"));
