import { type Accessors, accessorsIn } from "./accessors.ts";
import { isCommonJs } from "./common-js.ts";
import { isSteady } from "./elsewhere.ts";
import { plainClasses } from "./plain-classes.ts";
import { type Scopes, scopesOf, type Variable } from "./scopes.ts";
import type { Parsed } from "./script.ts";
import { givesOwnThis } from "./super-calls.ts";
import { isNoObject } from "./texts.ts";

/** What the other sections of the bundle can need to know of one. */
export interface Outline {
  /** The names of all variables that stand in it, at any depth, and of what the engine and the platform give. */
  readonly names: readonly string[];
  /** What it declares for the whole bundle, by the names in the bundle. */
  readonly declared: { readonly [name: string]: Declared };
  readonly accessors: Accessors;
  /** Whether an object in it may have a `valueOf` of its own. */
  readonly hasValues: boolean;
}

/** What is known of a variable of the whole bundle. */
export interface Declared {
  readonly isSteady: boolean;
  /** Of what is no object with a `valueOf` of its own, as long as these variables of other sections are none. */
  readonly isNoObject?: { readonly asLongAs: readonly string[] };
  readonly isCommonJs: boolean;
  /** Of a class that makes nothing but `this`, as long as that which it extends does. */
  readonly isPlainClass?: { readonly extends?: string };
}

// While nothing is known of the other sections, each variable that is not here can be a class of theirs.
const unknown = { isSteady: true, isNoObject: false, isCommonJs: false, givesThis: true };

/** Says of a section what others can need to know. */
export function outlineOf({ code, program, nodes }: Parsed): Outline {
  const scopes = scopesOf(program, () => unknown);
  const names = [...scopes.program.names];
  const classes = plainClasses(scopes);
  const declared: [name: string, Declared][] = [];
  for (const variable of scopes.program.variables.values()) {
    if (variable.elsewhere) continue;
    const made = classes.get(variable);
    const known = {
      isSteady: isSteady(variable),
      isCommonJs: isCommonJs(variable),
      ...noObject(variable, scopes),
      ...(made &&
        givesOwnThis(made, scopes) && { isPlainClass: made.base ? { extends: made.base.name } : {} }),
    };
    declared.push([variable.name, known]);
  }
  const hasValues = /\b(?:moment|valueOf)\b/.test(code);
  return { names, declared: Object.fromEntries(declared), accessors: accessorsIn(nodes), hasValues };
}

function noObject({ values }: Variable, scopes: Scopes): Pick<Declared, "isNoObject"> {
  const asLongAs = new Set<string>();
  const note = ({ name }: Variable) => Boolean(asLongAs.add(name));
  return values.every((value) => isNoObject(value, scopes, note))
    ? { isNoObject: { asLongAs: [...asLongAs] } }
    : {};
}
