import { readFileSync } from "node:fs";
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

/** zapc's own version. */
export const ownVersion: string = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")).version;
