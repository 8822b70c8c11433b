import { rename } from "./renaming.ts";
import type { Variable } from "./scopes.ts";
import type { Script } from "./script.ts";
import type { Surroundings } from "./surroundings.ts";
import { temporaryNames } from "./temporary-names.ts";
import { typeNames } from "./type-names.ts";

/**
 * Gives the variables of a section the names that a person would: those of the whole file as it was found for the bundle, and
 * those that the bundler numbered or the lowering made up one that says what they are.
 */
export function nameVariables(script: Script, { names, methods, written }: Surroundings): void {
  const { program, all } = script.scopes;
  for (const variable of program.variables.values()) {
    if (Object.hasOwn(names, variable.name)) rename(variable, names[variable.name] as string);
  }
  const isWritten = new Set(written);
  for (const scope of all) {
    if (scope === program) continue;
    for (const variable of scope.variables.values()) {
      const original = variable.places.length > 0 && withoutNumber(variable.name, isWritten);
      if (original && !variable.scope.names.has(original)) rename(variable, original);
    }
  }
  const functions = methods.map((name) => program.variables.get(name) as Variable);
  temporaryNames(script, functions, typeNames(script));
}

/** What `asItem12` can have been before the bundler gave it a number: `asItem1`, `asItem` */
export function shorterNames(name: string): string[] {
  const shorter: string[] = [];
  for (let it = name; /\d$/.test(it); ) {
    it = it.slice(0, -1);
    shorter.push(it);
  }
  return shorter;
}

/** `asItem12` -> `asItem`, if that is how it was written and this is not */
export function withoutNumber(name: string, written: ReadonlySet<string>): string | undefined {
  return written.has(name) ? undefined : shorterNames(name).find((it) => written.has(it));
}

/** Writes all variables by their new names. */
export function writeNames({ scopes, edit }: Script): void {
  for (const { variables } of scopes.all) {
    for (const { name, places } of variables.values()) {
      for (const { node } of places) if (node.name !== name) edit.overwrite(node.start, node.end, name);
    }
  }
}
