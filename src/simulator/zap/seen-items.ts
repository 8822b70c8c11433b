import type { Json } from "../../model/bundles/shared.ts";
import { isPlainObject } from "../request/variables.ts";

/** The dedupe memory of one Zap. Source: platform-facts, "Polling and deduplication". */
export class SeenItems {
  readonly #ids = new Set<string>();

  /** Remembers items. Returns those that are new. */
  add(items: readonly Json[]): Json[] {
    return items.filter((item) => {
      const id = idOf(item);
      const isNew = !this.#ids.has(id);
      this.#ids.add(id);
      return isNew;
    });
  }
}

// Assumed: 7 and "7" are one id; an item without an id is told from others by all that it holds.
function idOf(item: Json): string {
  const id = isPlainObject(item) ? item.id : undefined;
  return id === undefined || id === null ? JSON.stringify(item) : `id ${String(id)}`;
}
