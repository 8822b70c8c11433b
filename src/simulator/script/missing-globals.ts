import { nodeGlobals } from "../../model/node-globals.ts";

const ofNode: ReadonlySet<string> = new Set(nodeGlobals);

/** The global that an error misses, where the platform's converted runtime has it: it is not simulated. */
export function missingGlobal({
  name,
  message,
}: {
  readonly name: string;
  readonly message: string;
}): string | undefined {
  const missing = name === "ReferenceError" ? /^(\w+) is not defined$/.exec(message)?.[1] : undefined;
  return missing !== undefined && ofNode.has(missing) ? missing : undefined;
}
