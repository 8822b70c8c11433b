/** ODSQL, the portal's query language, quoted so that what a user types stays what it is. */

/** A text as a value: `"5\" nails"`. */
export function text(value: string): string {
  return `"${value.replace(/[\\"]/g, "\\$&")}"`;
}

/** A full-text search for all words of a text. */
export const fullText = text;

/** A field's name, also where it is a number or a reserved word. */
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

/** Whether a point in time in a field lies before another one. */
export function before(name: string, instant: Date): string {
  return `${fieldName(name)} < ${date(instant)}`;
}

/** All of some conditions; undefined when there is none. Each is enclosed, so that an `or` of the user's stays in it. */
export function all(conditions: (string | undefined)[]): string | undefined {
  const given = conditions.filter((condition) => condition && condition.trim() !== "");
  return given.length > 0 ? given.map((condition) => `(${condition})`).join(" and ") : undefined;
}

/** The newest first. */
export function descending(name: string): string {
  return `${fieldName(name)} desc`;
}
