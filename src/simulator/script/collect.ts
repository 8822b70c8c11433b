import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

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
