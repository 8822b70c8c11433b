import { syncBuiltinESMExports } from "node:module";
import v8 from "node:v8";

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
