import { dirname, join, resolve } from "node:path";
import { readBuilt } from "../built/built.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { Failure } from "../model/failure.ts";
import { changedSources } from "../pasted/changed-sources.ts";
import { count } from "./print.ts";

/**
 * A warning where the sources beside a built directory, in `scripting/`, have changed since it was built.
 *
 * @param dist - the directory of zap.js and its map
 */
export async function staleWarning(dist: string): Promise<Diagnostic[]> {
  const built = await readBuilt(dist).catch((error) => {
    // A script that zapc has not made, or its map is missing: nothing is known of its sources.
    if (error instanceof Failure) return undefined;
    throw error;
  });
  const changed = built ? changedSources(built, join(dirname(resolve(dist)), "scripting")) : [];
  if (changed.length === 0) return [];
  return [
    {
      code: "stale",
      severity: "warning",
      message: `It is older than the sources: ${shown(changed)} since it was built.`,
      file: join(dist, "zap.js"),
      hint: "Build again: `zapc build`.",
    },
  ];
}

// More of them say no more.
const MOST_SHOWN = 3;

function shown(changed: readonly string[]): string {
  const rest = changed.length - MOST_SHOWN;
  if (rest > 0) return `${changed.slice(0, MOST_SHOWN).join(", ")} and ${count(rest, "other")} have changed`;
  const last = changed.at(-1);
  const before = changed.slice(0, -1).join(", ");
  return before === "" ? `${last} has changed` : `${before} and ${last} have changed`;
}
