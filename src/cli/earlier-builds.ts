import { setFlagsFromString } from "node:v8";
import { type Cache, openCache } from "../source/cache.ts";

/** Opens what earlier builds of a directory found out. */
export function earlierBuilds(directory: string): Cache {
  const cache = openCache(directory);
  // A build that has all to find out is nearly over before optimising pays: V8 optimises a function after twice the work of its
  // default. Each build is the first where nothing can be kept: V8 had better optimise it.
  if (cache.isEmpty && cache.folder) setFlagsFromString("--interrupt-budget=250000");
  return cache;
}
