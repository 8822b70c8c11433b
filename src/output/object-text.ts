/** A piece of JavaScript that stands in an object as it is. */
export class Code {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Writes data as a JavaScript literal: names without quotes where they need none, short objects on one line. */
export function objectText(value: unknown, indentation = ""): string {
  const inner = `${indentation}  `;
  if (value instanceof Code) return value.text.replaceAll("\n", `\n${indentation}`);
  if (Array.isArray(value)) {
    const entries = value.map((entry) => objectText(entry, inner));
    return inBrackets(["[", "]"], entries, indentation);
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value)
      .filter(([, it]) => it !== undefined)
      .map(([name, it]) => propertyText(name, objectText(it, inner)));
    return inBrackets(["{", "}"], entries, indentation);
  }
  return JSON.stringify(value);
}

const MOST_COLUMNS = 100;

function inBrackets(
  [open, close]: readonly [string, string],
  entries: readonly string[],
  indentation: string,
): string {
  if (entries.length === 0) return `${open}${close}`;
  const space = open === "{" ? " " : "";
  const line = `${open}${space}${entries.join(", ")}${space}${close}`;
  if (indentation !== "" && line.length + indentation.length <= MOST_COLUMNS && !line.includes("\n"))
    return line;
  const inner = entries.map((entry) => `${indentation}  ${entry},\n`).join("");
  return `${open}\n${inner}${indentation}${close}`;
}

/** `name: value`, and only `name` where the value is a variable of that name. */
function propertyText(name: string, value: string): string {
  if (name === value) return name;
  // `__proto__: value` would set the prototype.
  if (name === "__proto__") return `["__proto__"]: ${value}`;
  return `${nameText(name)}: ${value}`;
}

/** A name as JavaScript writes it before a colon, and in a list of exports: in quotes where it needs them. */
export function nameText(name: string): string {
  return isIdentifierName(name) ? name : JSON.stringify(name);
}

/** Tells whether a name is one word of JavaScript; reserved words are, too. */
export function isIdentifierName(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
}

/** `.name` or `["a name"]` */
export function memberText(name: string): string {
  return isIdentifierName(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
