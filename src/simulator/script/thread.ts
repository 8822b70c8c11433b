import { syncBuiltinESMExports } from "node:module";
import v8, { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** The abilities that a process keeps (process/spawn.ts), and that code outside of a script's realm must not have. */
const dangerous: readonly (readonly [of: object, names: readonly string[]])[] = [
  // Signals to any other process.
  [process, ["kill", "_kill", "abort", "_debugProcess", "_debugEnd"]],
  // Unchecked operations on memory.
  [v8, ["setFlagsFromString"]],
];

/** Takes them away from this thread, for good. */
export function removeDangerousFunctions(): void {
  for (const [of, names] of dangerous) {
    for (const name of names) Object.defineProperty(of, name, { value: undefined, configurable: false });
  }
  syncBuiltinESMExports();
}

// Assumed: the bytes of ended contexts that a thread may hold. V8 itself would let it be more than a gigabyte.
const enough = 128_000_000;
// Code that V8 has compiled holds its context until it has grown old, which takes some collections.
const rounds = 5;
let above = enough;

// Only for this line: else every script would find a global `gc`.
setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");
setFlagsFromString("--no-expose-gc");

/** Frees the memory of ended calls, where it is much. */
export function collectWhenMuch(): void {
  if (usedMemory() < above) return;
  for (let round = 0; round < rounds && usedMemory() > enough / 2; round += 1) collect();
  above = Math.max(enough, 2 * usedMemory());
}

function usedMemory(): number {
  return getHeapStatistics().used_heap_size;
}
