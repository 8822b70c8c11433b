import type { Bundled } from "./bundle.ts";
import { moduleHeadings } from "./comments.ts";
import { rename } from "./renaming.ts";
import type { Scopes, Variable } from "./scopes.ts";
import type { Script } from "./script.ts";
import { temporaryNames } from "./temporary-names.ts";
import { typeNames } from "./type-names.ts";

/**
 * Gives the variables of the bundle the names that a person would: the methods theirs, and those that the bundler numbered or
 * TypeScript made up one that says what they are.
 *
 * @param locals - the variable of each method
 */
export function nameVariables(
  script: Script,
  locals: ReadonlyMap<string, Variable>,
  { names: written, inputs }: Bundled,
): void {
  const { scopes } = script;
  nameMethods(locals, scopes);
  const suffixAt = suffixes(script);
  for (const scope of scopes.all) {
    for (const variable of scope.variables.values()) {
      if (!variable.places.length || written.has(variable.name)) continue;
      const original = withoutNumber(variable.name, written);
      if (!original) continue;
      if (scope !== scopes.program) renameIfFree(variable, original);
      else renameIfFree(variable, `${original}_${suffixAt(variable)}`);
    }
  }
  temporaryNames(script, locals, typeNames(script, inputs));
}

/**
 * `export { pre_poll2 as new_record_pre_poll }`: the function is renamed to what the platform calls it, unless that
 * name is taken or the function serves as two methods.
 */
function nameMethods(locals: ReadonlyMap<string, Variable>, { program }: Scopes): void {
  const variables = [...locals.values()];
  for (const [method, variable] of locals) {
    const serves = variables.filter((it) => it === variable).length;
    if (serves === 1 && !program.names.has(method)) rename(variable, method);
  }
}

/** A name that stands nowhere in a scope can mean nothing else there. */
export function renameIfFree(variable: Variable, name: string): void {
  if (!variable.scope.names.has(name)) rename(variable, name);
}

/** `asItem12` -> `asItem`, if that is how it was written */
function withoutNumber(name: string, written: ReadonlySet<string>): string | undefined {
  for (let it = name; /\d$/.test(it); ) {
    it = it.slice(0, -1);
    if (written.has(it)) return it;
  }
  return undefined;
}

/** Where two modules have the same name, the second says whose it is: `asItem_new_ticket`. */
function suffixes(script: Script): (variable: Variable) => string {
  const headings = moduleHeadings(script.comments);
  return ({ places: [place] }) => {
    const module = headings.findLast(({ start }) => start < (place?.node.start ?? 0))?.path ?? "";
    const [, file = ""] = /([^/]*?)(?:\.\w+)*$/.exec(module) ?? [];
    return file.replace(/\W/g, "_");
  };
}

/** Writes all variables by their new names. */
export function writeNames({ scopes, edit }: Script): void {
  for (const { variables } of scopes.all) {
    for (const { name, places } of variables.values()) {
      for (const { node } of places) if (node.name !== name) edit.overwrite(node.start, node.end, name);
    }
  }
}
