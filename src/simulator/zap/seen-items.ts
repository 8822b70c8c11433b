import type { Json } from "../../model/bundles/shared.ts";
import { isPlainObject } from "../json.ts";
import type { DedupedItem } from "../run/stage.ts";

/** The dedupe memory of one Zap. Source: docs/platform.md, "Polling and deduplication". */
export class SeenItems {
  /** The poll that had each item first. */
  readonly #polls = new Map<string, number>();
  #poll = 0;

  /** Remembers the items of the next poll; turning the Zap on is poll 0. Returns those that are new, and a mark for each. */
  add(items: readonly Json[]): { readonly fresh: Json[]; readonly marked: DedupedItem[] } {
    const poll = this.#poll;
    this.#poll += 1;
    const marked = items.map((item): DedupedItem => {
      const identity = identityOf(item);
      const first = this.#polls.get(identity);
      if (first === undefined) this.#polls.set(identity, poll);
      const id = isPlainObject(item) && item.id !== undefined ? { id: item.id } : {};
      if (first === undefined) return { ...id, mark: "new" };
      return first === poll ? { ...id, mark: "repeated" } : { ...id, mark: "seen", first_poll: first };
    });
    return { fresh: items.filter((_, index) => marked[index]?.mark === "new"), marked };
  }
}

/**
 * The key that tells an item from others: its `id` as text. Assumed: 7 and "7" are one id, an `id` that is an object or a list is
 * compared by its JSON, and an item without an `id` by its content.
 */
export function identityOf(item: Json): string {
  const id = isPlainObject(item) ? item.id : undefined;
  if (id === undefined || id === null) return JSON.stringify(item);
  return `id ${typeof id === "object" ? JSON.stringify(id) : String(id)}`;
}
