/** Shows the result of a method in a message. */
export function shownValue(value: unknown): string {
  if (typeof value === "symbol") return `a ${value.description}`;
  return JSON.stringify(value) ?? "nothing";
}

/** The kind of a value, for a message that must not show it: it may be secret, or long. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return "a list";
  return (
    { string: "a text", number: "a number", function: "a function" }[typeof value as string] ?? "an object"
  );
}

/** A text for a message: an address may have megabytes. */
export function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const longest = 1000;
