import type { Json } from "../../model/bundles/shared.ts";
import { isPlainObject } from "../json.ts";
import type { ActiveRun } from "../run/run-context.ts";
import { RunFailed } from "../run/run-failed.ts";

// Source of both texts: runner, index.js, `ensureIsType`.
const noArray = "JSON results array could not be located.";
const noObject = "JSON results object could not be located.";

/**
 * The items, or the one result, that a run makes of what came back: a stage of the run.
 *
 * @param shape - makes it: `shapeList`, `shapeObject`
 */
export function shaped<T>(result: unknown, shape: (result: unknown) => T, { run }: ActiveRun): T {
  const stage = run.stages.begin("items");
  const given = result === undefined || typeof result === "symbol" ? {} : { given: result as Json };
  try {
    const items = shape(result);
    stage.end({ ...given, items: items as Json });
    return items;
  } catch (error) {
    stage.end(given);
    throw error;
  }
}

/** The items of a poll: a list as it is, of an object its first list, nothing as `[]`. Source: docs/platform.md, "A request from start to end", 7. */
export function shapeList(result: unknown): Json[] {
  if (Array.isArray(result)) return result;
  const list = isPlainObject(result) && Object.values(result).find(Array.isArray);
  if (list) return list;
  if (!result) return [];
  throw new RunFailed({ name: "Error", message: noArray });
}

/** The item of an account's test poll: of a list its first object, nothing as `{}`. Source: docs/platform.md, "A request from start to end", 7. */
export function shapeObject(result: unknown): { [key: string]: Json } {
  if (["number", "string", "boolean"].includes(typeof result)) return { message: result as Json };
  if (isPlainObject(result)) return result as { [key: string]: Json };
  // A function is empty to lodash, and a symbol is how one arrives here.
  if (!result || typeof result === "symbol" || (Array.isArray(result) && result.length === 0)) return {};
  if (Array.isArray(result) && isPlainObject(result[0])) return result[0] as { [key: string]: Json };
  throw new RunFailed({ name: "Error", message: noObject });
}
