import { format } from "node:util";
import type { Context } from "node:vm";
import type { Level } from "../protocol.ts";
import { objectInContext } from "./context.ts";
import { guarded } from "./guarded.ts";
import type { ScriptHost } from "./host.ts";

const levels: readonly Level[] = ["log", "info", "debug", "warn", "error"];

/** The script's console: each line is recorded, formatted as Node.js formats it. */
export function makeConsole(context: Context, host: ScriptHost): object {
  const methods = levels.map((level) => {
    const write = (...values: unknown[]) => host.log(level, format(...values));
    return [level, guarded(context, write)] as const;
  });
  return objectInContext(context, Object.fromEntries(methods));
}
