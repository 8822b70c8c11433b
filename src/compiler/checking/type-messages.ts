import { methods } from "../../model/methods.ts";

/**
 * TypeScript's message, short enough to read: types by their names, large ones by their keys, and of a chain of reasons the
 * one that it ends with.
 */
export function readable(message: string, directory: string): string {
  const [first = "", ...reasons] = message
    .replaceAll(`${directory}/`, "./")
    .replace(ofUntypedModule, "Nothing says what the types of the module '$1' are.")
    .split("\n");
  return [first, ...deepest(first, reasons)]
    .map((line) => inPlainWords(withShortTypes(withNamedBundles(line))))
    .join("\n");
}

// Could not find a declaration file for module 'x'. '/…/x.js' implicitly has an 'any' type.
//   Try `npm i --save-dev @types/x` if it exists or add …
const ofUntypedModule = /^Could not find a declaration file for module '(.*?)'[\s\S]*/;

const bundles = methods.map(({ bundle }) => bundle).join("|");

/** `Poll<{ readonly label: "New Thing"; … }>` -> `Poll<typeof trigger>` */
function withNamedBundles(line: string): string {
  const found = new RegExp(`\\b(${bundles})<(?=\\{)`).exec(line);
  if (!found) return line;
  const kind = methods.find(({ bundle }) => bundle === found[1])?.kind;
  const opening = found.index + found[0].length - 1;
  const rest = withNamedBundles(line.slice(closingOf(line, opening)));
  return `${line.slice(0, opening)}<typeof ${kind}>${rest}`;
}

// A larger object type is told by its keys.
const MOST_CHARACTERS = 80;
const MOST_KEYS = 10;

/** `{ readonly key: string; readonly label: string; … }` -> `{ key, label, … }` */
function withShortTypes(line: string): string {
  const opening = line.indexOf("{");
  if (opening < 0) return line;
  const end = closingOf(line, opening);
  const type = line.slice(opening, end);
  const shown = type.length > MOST_CHARACTERS ? `{ ${keysOf(type).join(", ")} }` : type;
  return line.slice(0, opening) + shown + withShortTypes(line.slice(end));
}

function keysOf(type: string): string[] {
  const keys: string[] = [];
  for (let start = 1; start < type.length; ) {
    let end = start;
    while (end < type.length && type[end] !== ";")
      end = brackets[type[end] ?? ""] ? closingOf(type, end) : end + 1;
    const key = /^\s*(?:readonly )?("[^"]+"|[\w$]+|\[[^\]]+\])\??:/.exec(type.slice(start, end))?.[1];
    if (key) keys.push(key);
    start = end + 1;
  }
  const isWhole = keys.length <= MOST_KEYS && !type.includes("...");
  return isWhole ? keys : [...keys.slice(0, MOST_KEYS), "…"];
}

const brackets: { readonly [opening: string]: string } = { "{": "}", "<": ">", "(": ")", "[": "]" };

/** Behind the bracket that closes the one at `opening`; where TypeScript has cut the type off, behind its dots. */
function closingOf(text: string, opening: number): number {
  const open: string[] = [];
  for (let at = opening; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (character === '"') at = text.indexOf('"', at + 1);
    else if (brackets[character]) open.push(brackets[character]);
    else if (character === open.at(-1) && !(character === ">" && text[at - 1] === "=")) open.pop();
    if (at < 0) break;
    if (open.length === 0) return at + 1;
  }
  const dots = text.indexOf("...'", opening);
  return dots < 0 ? text.length : dots + "...".length;
}

// Types of property 'data' are incompatible. The types of 'a.b' are incompatible between these types.
const step = /^(?:Types of property|The types of|The types returned by) '(.+?)' are incompatible/;
// Types of parameters 'given' and 'bundle' are incompatible.
const parameterStep = /^Types of parameters '.+?' and '(.+?)' are incompatible/;
const comparison = /is not assignable to (?:parameter of )?type '(.*)'\.$/;
const missingProperty = /^Property '.*?' does not exist/;

const plainWords: readonly (readonly [RegExp, string])[] = [
  [
    /Target signature provides too few arguments\. Expected (\d+)(?: or more)?, but got (\d+)\./,
    "It takes $1 parameters, and gets $2.",
  ],
  [
    /(Type '.*') is missing the following properties from type '(.*)': length, pop, .*/,
    "$1 is no array, as type '$2' is.",
  ],
  [
    /Object literal may only specify known properties, .* does not exist in type '(.*\[\])'\./,
    "An object is no array, as type '$1' is.",
  ],
];

function inPlainWords(line: string): string {
  return plainWords.reduce((text, [pattern, words]) => text.replace(pattern, words), line);
}

/**
 *   Type 'A' is not assignable to type 'B'.
 *     Types of property 'data' are incompatible.      ->   `data`: Type '{}' is not assignable to type 'string'.
 *       Type '{}' is not assignable to type 'string'.
 */
function deepest(first: string, reasons: readonly string[]): string[] {
  const path: string[] = [];
  let last = first;
  let compared = first;
  for (const reason of reasons.map((line) => line.trim())) {
    const name = (step.exec(reason) ?? parameterStep.exec(reason))?.[1];
    if (name) path.push(name);
    else if (!saysTheSame(reason, last)) last = reason;
    if (comparison.test(last)) compared = last;
  }
  if (last === first) return [];
  // By itself it does not say what is compared with what.
  const shown = last.startsWith("Index signature") && compared !== first ? compared : last;
  const place = path.length > 0 ? `\`${path.join(".")}\`: ` : "";
  return [`  ${place}${shown}`];
}

/** A message about a union tells each alternative: that the whole does not fit is enough. */
function saysTheSame(reason: string, last: string): boolean {
  return comparison.test(reason)
    ? targetOf(reason) === targetOf(last)
    : missingProperty.exec(reason)?.[0] === missingProperty.exec(last)?.[0] && missingProperty.test(reason);
}

function targetOf(reason: string): string | undefined {
  return comparison.exec(reason)?.[1];
}
