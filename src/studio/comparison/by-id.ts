/**
 * A value whose lists of items are objects by the items' ids: an item that one list has more than the other is one difference,
 * wherever it stands. A list is taken so if each of its entries has an `id` of its own.
 */
export function byId(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (!Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, byId(entry)]));
  }
  const ids = value.map(idOf);
  const isIdentified = value.length > 0 && !ids.includes(undefined) && new Set(ids).size === value.length;
  if (!isIdentified) return value.map(byId);
  return Object.fromEntries(value.map((entry, index) => [`id ${ids[index]}`, byId(entry)]));
}

function idOf(entry: unknown): string | undefined {
  const { id } = Object(entry) as { readonly id?: unknown };
  return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
}
