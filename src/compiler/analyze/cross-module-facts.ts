import type { Engine } from "../../source/engine.ts";
import { isPlainJavaScript } from "../../source/source.ts";
import type { ExternalBinding } from "../tree/variables.ts";
import type { Accessors } from "./accessors.ts";
import type { ModuleSummary, SummarizedVariable } from "./module-summary.ts";
import type { BundledMethod } from "./parts.ts";
import { type NamedModule, topLevelNames } from "./top-level-names.ts";

/** Everything outside a module that affects its output; part of the cache key. */
export interface CrossModuleFacts {
  /** The names in zap.js of the variables that the module has at the top, in their order. */
  readonly names: readonly string[];
  /** The variables of other modules that it uses, by their names in the bundle. */
  readonly externals: { readonly [name: string]: NamedExternal };
  /** The functions of the module that the platform calls, by their names in the bundle. */
  readonly methods: readonly string[];
  readonly accessors: Accessors;
  /** True if an object in the bundle may have a `valueOf` of its own. */
  readonly haveValues: boolean;
  /** True if a module of the bundle makes BigInts. */
  readonly haveBigInts: boolean;
  /** True if the module may iterate other values than arrays: the type-check keeps it from that only in TypeScript for ES5. */
  readonly iteratesAnything: boolean;
  /** The `#private` names in the module whose `_name` stands somewhere in the bundle already. */
  readonly takenPrivateNames: readonly string[];
}

/** A variable of another module, and its name in zap.js. */
export interface NamedExternal extends ExternalBinding {
  readonly nameInFile: string;
}

/** Collects for each module the facts that it needs of the others. */
export function crossModuleFacts(
  modules: readonly (NamedModule & { readonly summary: ModuleSummary })[],
  methods: readonly BundledMethod[],
  engine: Engine,
): CrossModuleFacts[] {
  const names = topLevelNames(modules, methods);
  const externals = externalsOf(modules, names);
  const summaries = modules.map(({ summary }) => summary);
  const accessors: Accessors = {
    names: [...new Set(summaries.flatMap((it) => it.accessors.names))].sort(),
    isOpen: summaries.some((it) => it.accessors.isOpen),
  };
  const haveValues = summaries.some(({ hasValues }) => hasValues);
  const haveBigInts = summaries.some(({ free }) => free.includes("BigInt"));
  const underscored = new Set(summaries.flatMap((it) => it.underscored));
  const functions = [...new Set(methods.map(({ local }) => local))];
  return modules.map(({ source, summary: { variables, free, privateNames } }, index) => {
    const own = new Set(variables.map(({ name }) => name));
    return {
      names: names[index] as string[],
      externals: Object.fromEntries(free.flatMap((name) => entryOf(externals, name))),
      methods: functions.filter((name) => own.has(name)),
      accessors,
      haveValues,
      haveBigInts,
      iteratesAnything: engine === "node" || isPlainJavaScript(source),
      takenPrivateNames: privateNames.filter((name) => underscored.has(`_${name}`)),
    };
  });
}

function entryOf(externals: ReadonlyMap<string, NamedExternal>, name: string): [string, NamedExternal][] {
  const external = externals.get(name);
  return external ? [[name, external]] : [];
}

function externalsOf(
  modules: readonly NamedModule[],
  names: readonly (readonly string[])[],
): Map<string, NamedExternal> {
  const found = new Map<string, { readonly variable: SummarizedVariable; readonly nameInFile: string }>();
  modules.forEach(({ summary }, module) => {
    summary.variables.forEach((variable, index) => {
      const nameInFile = names[module]?.[index] as string;
      if (variable.name !== undefined) found.set(variable.name, { variable, nameInFile });
    });
  });
  const variableOf = (name: string) => found.get(name)?.variable;
  return new Map(
    [...found].map(([name, { variable, nameInFile }]) => [
      name,
      {
        nameInFile,
        isConstant: variable.isConstant,
        isCommonJs: variable.isCommonJs,
        isClass: variable.isClass,
        isPrimitive: isPrimitive(name, variableOf),
        givesThis: givesThis(name, variableOf),
      },
    ]),
  );
}

type VariableOf = (name: string) => SummarizedVariable | undefined;

function isPrimitive(name: string, variableOf: VariableOf): boolean {
  const asked = new Set([name]);
  for (const it of asked) {
    const known = variableOf(it)?.isPrimitive;
    if (!known) return false;
    for (const other of known.asLongAs) asked.add(other);
  }
  return true;
}

/** Modules that import each other can have classes that extend each other: those give nothing. */
function givesThis(name: string, variableOf: VariableOf): boolean {
  const asked = new Set<string>();
  for (let it: string | undefined = name; it !== undefined; ) {
    const variable = variableOf(it);
    if (asked.has(it) || !variable?.givesThis || !variable.isConstant) return false;
    asked.add(it);
    it = variable.givesThis.extends;
  }
  return true;
}
