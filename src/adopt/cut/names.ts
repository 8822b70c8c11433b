import type { AnyNode } from "acorn";
import type { Definition, Reference, Scope } from "eslint-scope";
import { runtimeGlobals } from "../../model/runtime-globals.ts";
import { isIdentifierName } from "../../output/object-text.ts";
import { isWithin, type ParsedScript, type Range, rangeOf } from "./script.ts";

// The names that a script may set without a declaration: they are there.
const known: readonly string[] = [
  ...runtimeGlobals,
  "Zap",
  "module",
  "exports",
  "global",
  "window",
  "self",
  "Buffer",
  "process",
];

/** Tells whether a name is there without a declaration. */
export function isGlobal(name: string): boolean {
  return known.includes(name) || name in globalThis;
}

/** The names in a part of a script that are declared elsewhere. */
export interface OuterNames {
  /** All names that are not declared in the part. */
  readonly all: ReadonlySet<string>;
  /** Those of them that the part sets. */
  readonly set: ReadonlySet<string>;
}

/** The names that the script declares at its top level. */
export function topLevelNames({ scopes }: ParsedScript): ReadonlySet<string> {
  const names = [...(scopes.scopes[0]?.set.keys() ?? [])].filter((name) => name !== "arguments");
  return new Set(names);
}

/**
 * The globals of the platform that a script declares anew, but may read before it sets them: `var _ = _ || {}`. They are parameters of
 * the script there, which such a `var` leaves as they are.
 */
export function redeclaredGlobals({ scopes, program }: ParsedScript): string[] {
  const variables = scopes.scopes[0]?.variables ?? [];
  return variables
    .filter(({ name, defs }) => isPlatforms(name) && defs.length > 0 && defs.every(isVar))
    .filter(({ defs, references }) => {
      const [{ node, parent } = {}] = defs;
      const { init } = node as unknown as { readonly init?: AnyNode | null };
      const isAtOnce = program.body.some((statement) => (statement as unknown) === parent);
      return (
        !isAtOnce ||
        !init ||
        references.some((it) => it.init !== true && isWithin(rangeOf(it.identifier), init))
      );
    })
    .map(({ name }) => name);
}

function isPlatforms(name: string): boolean {
  return (runtimeGlobals as readonly string[]).includes(name);
}

function isVar({ type, parent }: Definition): boolean {
  return type === "Variable" && parent?.type === "VariableDeclaration" && parent.kind === "var";
}

/** The names in a part of the text that are not declared in it. */
export function outerNames(part: Range, script: ParsedScript): OuterNames {
  const all = new Set<string>();
  const set = new Set<string>();
  const references = outerReferences(script);
  let at = firstFrom(part.start, references);
  for (let it = references[at]; it && it.start < part.end; it = references[++at]) {
    all.add(it.name);
    if (it.isWrite) set.add(it.name);
  }
  return { all, set };
}

interface OuterReference {
  readonly name: string;
  readonly start: number;
  readonly isWrite: boolean;
}

const outer = new WeakMap<ParsedScript, readonly OuterReference[]>();

/** The references to what is declared at the top level, or nowhere, in the order of the text. */
function outerReferences(script: ParsedScript): readonly OuterReference[] {
  const known = outer.get(script);
  if (known) return known;
  const [top] = script.scopes.scopes;
  const found = (top ? referencesTo(top) : []).map((reference) => {
    const { identifier } = reference;
    return { name: identifier.name, start: rangeOf(identifier).start, isWrite: reference.isWrite() };
  });
  found.sort((one, other) => one.start - other.start);
  outer.set(script, found);
  return found;
}

/** The index of the first reference that is not before an offset. */
function firstFrom(offset: number, references: readonly OuterReference[]): number {
  let [low, high] = [0, references.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((references[middle] as OuterReference).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** All references to what is declared at the top level, or nowhere. */
export function referencesTo(top: Scope): Reference[] {
  return [...top.variables.flatMap(({ references }) => references), ...top.through];
}

/** A name that is not taken yet: `poll`, `poll_`, `poll__`. */
export function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  return isTaken(wanted) ? freeName(`${wanted}_`, isTaken) : wanted;
}

/** A variable for something of any name: `data-map` -> `data_map`. */
export function variableName(name: string): string {
  const word = name.replace(/[^\p{ID_Continue}$]+/gu, "_");
  return isIdentifierName(word) ? word : `_${word}`;
}
