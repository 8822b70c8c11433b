import colors from "picocolors";
import type { Comparison } from "../simulator/index.ts";
import { count } from "./print.ts";

/** Prints where the two runtimes differ. */
export function printComparison({ differences }: Comparison<unknown>): void {
  if (differences.length === 0) {
    console.log(colors.green("Both runtimes give the same."));
    return;
  }
  for (const { path, converted, legacy } of differences) {
    console.log(`${colors.bold(path)}\n  converted ${shown(converted)}\n  legacy    ${shown(legacy)}`);
  }
  console.log(`\n${colors.yellow(count(differences.length, "difference"))} between the runtimes`);
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
