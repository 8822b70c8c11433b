import type { Context } from "node:vm";
import type { ThrownError } from "../protocol.ts";
import { type Inspection, loadInspection } from "./console.ts";
import type { Membrane } from "./membrane/membrane.ts";
import { inContext } from "./realm.ts";
import type { PreparedScript, ScriptRealm } from "./script-realm.ts";

interface ThrownFrom {
  readonly script: Pick<PreparedScript, "filename" | "runtime">;
  readonly realm: Pick<ScriptRealm, "context" | "membrane">;
}

/**
 * Describes a thrown value, an error or not, of the script or of a function that it called. Only the frames of the stack inside the script are
 * kept.
 */
export function describeThrown(value: unknown, { script, realm }: ThrownFrom): ThrownError {
  const { context, membrane } = realm;
  const { describe, describeEnriched } = membrane.kit;
  const described = (script.runtime === "converted" ? describeEnriched : describe)(value);
  const { name, message, stack, primitive, original, cause } = described;
  const isOfScript = (line: string) => /^\s+at /.test(line) && line.includes(script.filename);
  const frames = (stack ?? "").split("\n").filter(isOfScript);
  return {
    name,
    message: message ?? inspected(value, context, membrane),
    ...(primitive !== undefined && { primitive }),
    ...(original !== undefined && { original }),
    ...(cause !== undefined && { cause }),
    ...(frames.length > 0 && { stack: frames.join("\n") }),
  };
}

function inspected(value: unknown, context: Context, membrane: Membrane): string {
  const inspection = loadInspection(context, membrane);
  const shown = membrane.kit.invoke(inContext(context, inspectPlainly), undefined, [inspection, value]);
  return typeof shown.value === "string" ? shown.value : "an object that cannot be read";
}

/** Runs inside the context: see `inContext`. */
function inspectPlainly(inspection: Inspection, value: unknown): string {
  return inspection.inspect(value, { customInspect: false });
}
