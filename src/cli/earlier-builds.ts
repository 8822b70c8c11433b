import { type Cache, openCache } from "../source/cache.ts";

/** Opens what earlier builds of a directory found out. */
export async function earlierBuilds(directory: string): Promise<Cache> {
  const cache = openCache(directory);
  // Most of a build that has all to find out is over before it pays to optimise. Any other is over before V8 does, and to
  // load what sets that would take it longer. Each build is the first if nothing can be kept: it had better find its code.
  if (cache.isEmpty && cache.folder) (await import("./optimise-later.ts")).optimiseLater();
  return cache;
}
