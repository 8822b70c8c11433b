/** ODSQL, the portal's query language, quoted so that what a user types stays what it is. */

/** A full-text search for all words of a text: `"action movies"`. */
export function fullText(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}

/** A field's name, also where it is a number or a reserved word. */
export function fieldName(name: string): string {
  return `\`${name.replace(/`/g, "")}\``;
}
