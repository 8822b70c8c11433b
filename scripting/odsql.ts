/** ODSQL, the query language of portals. */

/** A text as a value: `"5\" nails"`. */
export function text(value: string): string {
  return `"${value.replace(/[\\"]/g, "\\$&")}"`;
}

/** A search for all words of a text. */
export function fullText(words: string | undefined): string | undefined {
  return words && words.trim() !== "" ? text(words) : undefined;
}

/** A field's name, which may be a number or a reserved word. */
export function fieldName(name: string): string {
  return `\`${name.trim().replace(/`/g, "")}\``;
}

/** A point in time: `date'2024-03-01T09:00:00.000Z'` */
export function date(instant: Date): string {
  return `date'${instant.toISOString()}'`;
}

/** `equals("theme", "Air")` -> `` `theme` = "Air" ``, `equals("open", true)` -> `` `open` is true `` */
export function equals(name: string, value: string | number | boolean | Date): string {
  const field = fieldName(name);
  if (typeof value === "string") return `${field} = ${text(value)}`;
  if (typeof value === "boolean") return `${field} is ${value}`;
  return `${field} = ${typeof value === "number" ? value : date(value)}`;
}

/** `oneOf("dataset_id", ["a", "b"])` -> `` `dataset_id` in ("a", "b") `` */
export function oneOf(name: string, values: string[]): string {
  return `${fieldName(name)} in (${values.map(text).join(", ")})`;
}

export function before(name: string, instant: Date): string {
  return `${fieldName(name)} < ${date(instant)}`;
}

/** The condition that it lies within the 24 hours from a point in time on. */
export function onDay(name: string, day: Date): string {
  const next = new Date(day.getTime() + 24 * 60 * 60_000);
  return `${fieldName(name)} >= ${date(day)} and ${before(name, next)}`;
}

/** All of some conditions. Each is enclosed, so that a user's `or` stays in it. */
export function all(conditions: (string | undefined)[]): string | undefined {
  const given = conditions.filter((condition) => condition && condition.trim() !== "");
  return given.length > 0 ? given.map((condition) => `(${condition})`).join(" and ") : undefined;
}

/** The newest first. */
export function descending(name: string): string {
  return `${fieldName(name)} desc`;
}

export function fieldList(names: string[]): string {
  return names.map(fieldName).join(", ");
}
