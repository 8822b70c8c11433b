import { type Accessors, accessorsIn } from "./accessors.ts";
import { plainClasses } from "./plain-classes.ts";
import { isSteady, scopesOf } from "./scopes.ts";
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
  readonly isNoObject: boolean;
  /** Of a class that makes nothing but `this`, as long as that which it extends does. */
  readonly isPlainClass?: { readonly extends?: string };
}

// While nothing is known of the other sections, each variable that is not here can be a class of theirs.
const unknown = { isSteady: true, isNoObject: false, givesThis: true };

/** Says of a section what others can need to know. */
export function outlineOf({ code, program, nodes }: Parsed): Outline {
  const scopes = scopesOf(program, () => unknown);
  const names = [...scopes.program.names];
  const classes = plainClasses(scopes);
  const declared: { [name: string]: Declared } = {};
  for (const variable of scopes.program.variables.values()) {
    if (variable.elsewhere) continue;
    const made = classes.get(variable);
    declared[variable.name] = {
      isSteady: isSteady(variable),
      isNoObject: variable.values.every((value) => value && isNoObject(value, scopes)),
      ...(made &&
        givesOwnThis(made, scopes) && { isPlainClass: made.base ? { extends: made.base.name } : {} }),
    };
  }
  const hasValues = scopes.program.names.has("moment") || /\bvalueOf\b/.test(code);
  return { names, declared, accessors: accessorsIn(nodes), hasValues };
}
