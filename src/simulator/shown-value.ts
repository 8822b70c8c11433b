/** What a method returned, for a message. */
export function shownValue(value: unknown): string {
  if (typeof value === "symbol") return `a ${value.description}`;
  return JSON.stringify(value) ?? "nothing";
}
