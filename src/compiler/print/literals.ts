import { type AnyNode, is, type NodeOf } from "../tree/nodes.ts";

const escapes: { readonly [character: string]: string } = {
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\v": "\\v",
  "\f": "\\f",
  "\r": "\\r",
  "\\": "\\\\",
};

const escaped =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are escaped
  /[\0-\x1f\x7f\\\u2028\u2029\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** `"a"`, or `'"a"'` where that needs fewer backslashes. */
export function quoted(text: string): string {
  const quote = count(text, '"') > count(text, "'") ? "'" : '"';
  const inside = text.replace(escaped, (character) => escapes[character] ?? hexadecimal(character));
  return quote + inside.replaceAll(quote, `\\${quote}`) + quote;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function hexadecimal(character: string): string {
  const code = character.charCodeAt(0).toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, "0")}` : `\\u${code.padStart(4, "0")}`;
}

export function literalText({ value, raw, regex }: NodeOf<"Literal">): string {
  if (regex) return `/${regex.pattern}/${regex.flags}`;
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return numberText(value);
  return value === null || typeof value === "boolean" ? String(value) : (raw ?? String(value));
}

function numberText(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return "1e999";
  return String(value).replace("e+", "e");
}

const name = /^[A-Za-z_$][\w$]*$/;

/** The final name of an identifier. */
export function identifierText({ name, variable }: NodeOf<"Identifier">): string {
  return variable?.name || name;
}

/** The name of a property as it can stand behind a dot, or undefined. */
export function dottedName(node: AnyNode, computed: boolean): string | undefined {
  // ES5 knows no letter of Unicode beyond U+FFFF.
  if (!computed && is(node, "Identifier")) return /[\ud800-\udfff]/.test(node.name) ? undefined : node.name;
  const isName = computed && is(node, "Literal") && typeof node.value === "string" && name.test(node.value);
  return isName ? String(node.value) : undefined;
}
