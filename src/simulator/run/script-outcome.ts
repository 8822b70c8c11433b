import { nodeGlobals } from "../../model/node-globals.ts";
import { UnlikeJson } from "../json.ts";
import { type MarkedValue, valueMark } from "../script/values-in-context.ts";

/** JSON of a script's with its marks replaced by what they stand for. */
export function withValues(written: unknown): unknown {
  if (typeof written !== "object" || written === null) return written;
  if (Array.isArray(written)) return written.map(withValues);
  const mark = (written as { readonly [mark: string]: unknown })[valueMark];
  if (Array.isArray(mark)) return markedValue(mark as unknown as MarkedValue);
  return Object.fromEntries(Object.entries(written).map(([key, value]) => [key, withValues(value)]));
}

function markedValue([kind, content, json]: MarkedValue): unknown {
  if (kind === "undefined") return undefined;
  if (kind === "number") return Number(content);
  if (kind === "buffer") return Buffer.from(content as readonly number[]);
  return new UnlikeJson(String(content), json);
}

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
