import { isIdentifierName } from "../../output/object-text.ts";
import { freeName } from "../tree/free-name.ts";
import type { ModuleSummary } from "./module-summary.ts";
import { type BundledMethod, isOfHelpers } from "./parts.ts";

/** A module whose variables are named. */
export interface NamedModule {
  readonly source: { readonly path: string };
  readonly summary: Pick<ModuleSummary, "variables" | "free">;
}

// The names that the lowering may put into any module.
const ofLowering = [
  "Array",
  "BigInt",
  "Error",
  "Function",
  "Math",
  "Object",
  "Reflect",
  "RegExp",
  "String",
  "Symbol",
  "TypeError",
  "arguments",
  "require",
  "undefined",
];

/**
 * Names the variables at the top of zap.js: functions of methods as the platform calls them, others as their modules do. Of two
 * modules with one name, each says whose it is: `asItem_new_ticket`, `asItem_new_user`.
 *
 * @returns the names of each module's variables, in their order
 */
export function topLevelNames(
  modules: readonly NamedModule[],
  methods: readonly BundledMethod[],
): string[][] {
  const declared = new Set(
    modules.flatMap(({ summary }) => summary.variables.flatMap(({ name }) => name ?? [])),
  );
  const globals = modules.flatMap(({ summary }) => summary.free.filter((name) => !declared.has(name)));
  const taken = new Set([...ofLowering, ...globals]);
  const names = modules.map(({ summary }) => summary.variables.map(() => ""));
  const give = (module: number, variable: number, wanted: readonly string[]) => {
    const name = freeName(wanted, (it) => taken.has(it));
    (names[module] as string[])[variable] = name;
    taken.add(name);
  };
  const methodOf = methodNames(methods);
  nameHelpers(modules, names, taken);
  const own: TopLevelName[] = modules.flatMap(({ source, summary }, module) =>
    summary.variables.map(({ name, original }, variable) => ({
      path: source.path,
      module,
      variable,
      name,
      original,
    })),
  );
  const namesOf = grouped(
    own,
    ({ original }) => original,
    ({ name }) => name,
  );
  for (const { module, variable, name } of own) {
    const method = name && methodOf.get(name);
    const isFree = [...(namesOf.get(method ?? "") ?? [])].every((it) => it === name);
    if (method && isFree && names[module]?.[variable] === "") give(module, variable, [method]);
  }
  const others = own.filter(({ module, variable }) => names[module]?.[variable] === "");
  const owners = grouped(
    others,
    ({ original }) => original,
    ({ path }) => path,
  );
  for (const { path, module, variable, original } of others) {
    const isShared = (owners.get(original)?.size ?? 0) > 1;
    const full = `${original}_${labelOf(path)}`;
    give(module, variable, isShared ? [full] : [original, full]);
  }
  return names;
}

/** Groups values by their keys. */
function grouped<T, V>(
  all: readonly T[],
  keyOf: (one: T) => string,
  memberOf: (one: T) => V,
): Map<string, Set<V>> {
  const groups = new Map<string, Set<V>>();
  for (const one of all) groups.set(keyOf(one), (groups.get(keyOf(one)) ?? new Set()).add(memberOf(one)));
  return groups;
}

/** A function of esbuild, and the helper that stands for it, have one name: they are one function. */
function nameHelpers(modules: readonly NamedModule[], names: string[][], taken: Set<string>): void {
  const known = new Map<string, string>();
  modules.forEach(({ source, summary }, module) => {
    if (!isOfHelpers(source.path)) return;
    summary.variables.forEach(({ original }, variable) => {
      const name = known.get(original) ?? freeName([original], (it) => taken.has(it));
      known.set(original, name);
      taken.add(name);
      (names[module] as string[])[variable] = name;
    });
  });
}

interface TopLevelName {
  readonly path: string;
  readonly module: number;
  readonly variable: number;
  readonly name: string | undefined;
  readonly original: string;
}

/** The methods by their functions. A function that serves as two methods keeps its name, also one whose method has a name in quotes. */
function methodNames(methods: readonly BundledMethod[]): Map<string, string> {
  const serving = new Map<string, number>();
  for (const { local } of methods) serving.set(local, (serving.get(local) ?? 0) + 1);
  return new Map(
    methods
      .filter(({ local, method }) => serving.get(local) === 1 && isIdentifierName(method))
      .map(({ local, method }) => [local, method]),
  );
}

/** `triggers/new_ticket.ts` -> `new_ticket`; of a package it is the name of that */
function labelOf(path: string): string {
  const [, packageName] = /node_modules\/((?:@[^/]+\/)?[^/]+)[\s\S]*$/.exec(path) ?? [];
  const [, file = ""] = /([^/]*?)(?:\.\w+)*$/.exec(path) ?? [];
  return (packageName ?? file).replace(/\W+/g, "_").replace(/^_|_$/g, "");
}
