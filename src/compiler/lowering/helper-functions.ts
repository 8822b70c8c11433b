import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../package-root.ts";

/** The helpers, all together: absolute, and without symbolic links, as esbuild reports paths. */
export const helpersFile: string = realpathSync.native(join(packageRoot, "src/compiler/lowering/helpers.js"));

/** As what modules import them. No package can have this name, so that the bundler need not be asked where it leads. */
export const helpersImport = "~helpers";

const declared = /^(?:export )?(?<text>function (?<name>\w+)\([\s\S]*?^\}\n)/gm;

/** The helpers of these names and what they call, as a file has them that is no module and so cannot import them. */
export function helperFunctions(names: Iterable<string>): string {
  const text = readFileSync(helpersFile, "utf8");
  const all = new Map([...text.matchAll(declared)].map(({ groups }) => [groups?.name, groups?.text ?? ""]));
  const needed = new Set<string>(names);
  for (const name of needed) {
    for (const [word] of all.get(name)?.matchAll(/\w+/g) ?? []) if (all.has(word)) needed.add(word);
  }
  return [...needed]
    .sort()
    .map((name) => all.get(name))
    .join("");
}
