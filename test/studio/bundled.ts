import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { bundledSources } from "../../bin/load.mjs";

/**
 * Imports a module of src/ that simulates: bundled beside the code of the script's process, as it is shipped.
 *
 * @param file - its path from the root of the repository
 */
export async function importBundled<Module>(file: string): Promise<Module> {
  const outfile = join(await bundledSources(), "tests", `${file.replaceAll("/", "-")}.${process.pid}.mjs`);
  const options = { bundle: true, platform: "node", format: "esm", packages: "external" } as const;
  await build({ entryPoints: [file], outfile, ...options });
  return import(pathToFileURL(outfile).href);
}
