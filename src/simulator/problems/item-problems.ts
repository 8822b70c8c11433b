import type { Json } from "../../model/bundles/shared.ts";
import { isPlainObject } from "../json.ts";
import { kindOf } from "../shown-value.ts";
import { identityOf } from "../zap/seen-items.ts";
import { type Problem, pointer } from "./problem.ts";

interface PolledItems {
  /** True if the platform tells the items from others by their ids: for a dropdown or a sample it does not. */
  readonly byId: boolean;
  /** The name of the list in the run. */
  readonly list?: "items" | "result";
}

/** An item, and where it stands. */
interface ListedItem {
  readonly list: string;
  readonly index: number;
}

/**
 * The problems of a poll's items: the platform would lose or repeat them. Source: core, src/checks: `trigger-is-object`,
 * `trigger-has-id` and `trigger-has-unique-primary`, which refuse these items of a developer, and only log them later. They let
 * an `id` pass that is empty or a boolean: assumed to be as bad.
 */
export function itemProblems(items: readonly Json[], { byId, list = "items" }: PolledItems): Problem[] {
  const first = new Map<string, number>();
  return items.flatMap((item, index) => {
    const place = { list, index };
    if (!isPlainObject(item)) return [notAnObject(item, place)];
    if (!byId) return [];
    const wrong = problemWithId(item.id, place);
    if (wrong) return [wrong];
    const identity = identityOf(item as Json);
    const earlier = first.get(identity);
    if (earlier !== undefined) return [repeated(place, earlier)];
    first.set(identity, index);
    return [];
  });
}

function notAnObject(item: unknown, { list, index }: ListedItem): Problem {
  return {
    code: "not-an-object",
    message: `${list}[${index}] is ${kindOf(item)}, and must be an object: the platform loses it.`,
    path: pointer([list, index]),
    hint: "Make an object of each entry, with an `id` of its own.",
  };
}

const giveAnId = "Give each item an `id`: a text or a number that no other item has, and that never changes.";

function problemWithId(id: unknown, { list, index }: ListedItem): Problem | undefined {
  const path = pointer([list, index, "id"]);
  if (typeof id === "number" || (typeof id === "string" && id.trim() !== "")) return undefined;
  if (id === undefined || id === null || typeof id === "string") {
    const is = id === undefined ? "has no `id`" : `has an \`id\` that is ${id === null ? "null" : "empty"}`;
    const message = `${list}[${index}] ${is}: the platform cannot tell whether it was seen before.`;
    return { code: "no-id", message, path, hint: giveAnId };
  }
  const message = `${list}[${index}] has an \`id\` that is ${kindOf(id)}, and must be a text or a number.`;
  return { code: "wrong-id", message, path, hint: giveAnId };
}

function repeated({ list, index }: ListedItem, earlier: number): Problem {
  return {
    code: "repeated-id",
    message: `${list}[${index}] has the same \`id\` as ${list}[${earlier}]: only one of them triggers.`,
    path: pointer([list, index, "id"]),
    hint: `${giveAnId} A number and its text are the same.`,
  };
}
