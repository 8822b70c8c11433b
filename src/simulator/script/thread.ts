import { syncBuiltinESMExports } from "node:module";
import v8, { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** The abilities that the rights of a process (process/spawn.ts) leave to it, and code that gets out of a script's realm must not have. */
const dangerous: readonly (readonly [of: object, names: readonly string[]])[] = [
  // Signals to any other process.
  [process, ["kill", "_kill", "abort", "_debugProcess", "_debugEnd"]],
  // Unchecked operations on memory.
  [v8, ["setFlagsFromString"]],
];

/** Takes it away from this thread, for good. */
export function removeDangerousFunctions(): void {
  for (const [of, names] of dangerous) {
    for (const name of names) Object.defineProperty(of, name, { value: undefined, configurable: false });
  }
  syncBuiltinESMExports();
}

// Assumed: how many bytes a thread may hold of contexts that are gone. V8 itself would let it be more than a gigabyte.
const enough = 128_000_000;
// Code that V8 has compiled holds its context until it has grown old, which takes some collections.
const rounds = 5;
let above = enough;

// Only for this line: else every script would find a global `gc`.
setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");
setFlagsFromString("--no-expose-gc");

/** Frees what ended calls have left, where it is much. */
export function collectWhenMuch(): void {
  if (usedMemory() < above) return;
  for (let round = 0; round < rounds && usedMemory() > enough / 2; round += 1) collect();
  above = Math.max(enough, 2 * usedMemory());
}

function usedMemory(): number {
  return getHeapStatistics().used_heap_size;
}
