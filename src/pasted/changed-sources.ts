import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Built } from "../built/built.ts";
import { hash } from "../built/signature.ts";
import { layout } from "../model/layout.ts";
import { readSource } from "../source/source.ts";

/**
 * The sources that are not as they were when zap.js was built: changed, removed or new.
 *
 * @param scripting - the directory of the sources
 * @returns their paths inside the directory; none where most of the sources are not there, as it is another integration's.
 */
export function changedSources({ map }: Built, scripting: string): string[] {
  const built = map.x_zapc_sources ?? {};
  const paths = Object.keys(built);
  const missing = paths.filter((path) => !existsSync(join(scripting, path)));
  if (missing.length * 2 > paths.length) return [];
  const changed = paths.filter((path) => hashOf(scripting, path) !== built[path]);
  return [...changed, ...declaringIn(scripting).filter((path) => !Object.hasOwn(built, path))].sort();
}

/** The hash of a source as a build has it; undefined where it cannot be read. */
function hashOf(scripting: string, path: string): string | undefined {
  try {
    return hash(readSource(scripting, path).text);
  } catch {
    return undefined;
  }
}

/** The files of a directory that declare a part of an integration. */
function declaringIn(scripting: string): string[] {
  return layout.flatMap(({ path }) => {
    const [folder, ending] = path.split("KEY") as [string, string | undefined];
    if (ending === undefined) return existsSync(join(scripting, path)) ? [path] : [];
    const names = existsSync(join(scripting, folder)) ? readdirSync(join(scripting, folder)) : [];
    return names.filter((name) => /^[^.].*(?<!\.d)\.ts$/.test(name)).map((name) => folder + name);
  });
}
