import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../package-root.ts";

const declared = /^(?:export )?(?<text>function (?<name>\w+)\([\s\S]*?^\}\n)/gm;

/** The helpers of these names and what they call, as a file has them that is no module and so cannot import them. */
export function helperFunctions(names: Iterable<string>): string {
  const text = readFileSync(join(packageRoot, "src/compiler/helpers.js"), "utf8");
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
