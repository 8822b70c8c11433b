import type { Json } from "../../model/bundles/shared.ts";
import { isPlainObject } from "../json.ts";

/** The dedupe memory of one Zap. Source: docs/platform.md, "Polling and deduplication". */
export class SeenItems {
  readonly #ids = new Set<string>();

  /** Remembers items. Returns those that are new. */
  add(items: readonly Json[]): Json[] {
    return items.filter((item) => {
      const id = identityOf(item);
      const isNew = !this.#ids.has(id);
      this.#ids.add(id);
      return isNew;
    });
  }
}

/**
 * The key that tells an item from others: its `id` as text. Assumed: 7 and "7" are one id, an `id` that is an object or a list is told
 * from others by its JSON, and an item without an `id` by all that it holds.
 */
export function identityOf(item: Json): string {
  const id = isPlainObject(item) ? item.id : undefined;
  if (id === undefined || id === null) return JSON.stringify(item);
  return `id ${typeof id === "object" ? JSON.stringify(id) : String(id)}`;
}
