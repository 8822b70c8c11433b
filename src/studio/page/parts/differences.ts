import microdiff from "microdiff";
import type { Json } from "../../../model/bundles/shared.ts";

/** One difference of two values. */
export interface ShownDifference {
  readonly kind: "added" | "removed" | "changed";
  readonly path: string;
  readonly left?: Json;
  readonly right?: Json;
}

/**
 * The differences of two values. Lists of objects that all have an `id` of their own are compared by it: one more item at the
 * front of 10,000 is one difference, not 10,000.
 */
export function differencesOf(left: Json | undefined, right: Json | undefined): ShownDifference[] {
  const found = microdiff({ value: byIds(left) }, { value: byIds(right) }, { cyclesFix: false });
  return found.map((difference) => {
    const path = pathOf(difference.path.slice(1));
    if (difference.type === "CREATE") return { kind: "added", path, right: plain(difference.value) };
    if (difference.type === "REMOVE") return { kind: "removed", path, left: plain(difference.oldValue) };
    return { kind: "changed", path, left: plain(difference.oldValue), right: plain(difference.value) };
  });
}

/** A list whose items are held by their ids. */
class ItemsById {
  [id: string]: unknown;
}

function byIds(value: Json | undefined): unknown {
  if (Array.isArray(value)) {
    const entries = value.map((item) => [`id ${idOf(item)}`, byIds(item)] as const);
    const distinct = new Set(entries.map(([id]) => id)).size === value.length;
    const all = value.every((item) => idOf(item) !== undefined);
    return all && distinct ? Object.assign(new ItemsById(), Object.fromEntries(entries)) : value.map(byIds);
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, byIds(member)]));
}

function idOf(item: Json): string | undefined {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return undefined;
  return typeof item.id === "string" || typeof item.id === "number" ? String(item.id) : undefined;
}

function plain(value: unknown): Json {
  if (value instanceof ItemsById) return Object.values(value).map(plain);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value as Json;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
}

/** `["items", 0, "id 7", "a b"]` -> `items[0][id 7]["a b"]` */
function pathOf(steps: readonly (string | number)[]): string {
  const parts = steps.map((step) => {
    if (typeof step === "number" || /^id /.test(step)) return `[${step}]`;
    return /^[\w$]+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
  });
  return parts.join("").replace(/^\./, "") || "the value";
}
