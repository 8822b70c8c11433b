import { basename } from "node:path";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { helpersFile } from "../../package-root.ts";
import type { Cache } from "../../source/cache.ts";
import { isOfHelpers } from "../analyze/parts.ts";
import type { BundledFile } from "../bundle/plugin.ts";
import { helpers, helpersSource, helpersText, withCalled } from "../lower/helpers.ts";
import { cacheKeyOf, type Lowered, type LoweredModule } from "../lower/lower.ts";
import { nameVariables, temporariesAtTop } from "../lower/name-variables.ts";
import { defectIn, NodeError } from "../tree/defect.ts";
import { freeName } from "../tree/free-name.ts";
import { jshintOptions } from "./jshint-options.ts";
import { mappingsOf, type SectionMappings, type Segments, sectionMappings } from "./mappings.ts";
import { printTree } from "./print-tree.ts";

/** The modules as they stand in zap.js. */
export interface Printed {
  readonly sections: readonly PrintedSection[];
  /** The names that the modules use and none of them declares: globals. */
  readonly globals: readonly string[];
  /** The function of each method, by its name in zap.js. */
  readonly functions: ReadonlyMap<string, string>;
  /** Exceptions inside the compiler, of all phases. */
  readonly defects: readonly Diagnostic[];
}

export interface PrintedSection extends PrintedModule {
  /** The module, as it is named above the section; empty where it is not. */
  readonly title: string;
  /** As the source map names the module, and its text. */
  readonly source: BundledFile;
}

interface PrintedModule {
  /** Whole lines; empty where nothing is left of the module. */
  readonly code: string;
  readonly mappings: SectionMappings;
  /** The options of the editor's JSHint for the module, which it would mark otherwise. */
  readonly jshint: readonly string[];
}

/** Prints the modules that the cache does not know. */
export async function print(lowered: Lowered, cache: Cache): Promise<Printed> {
  const { modules, methods } = lowered;
  const defects = [...lowered.defects];
  const names = new NamesOfFile(modules);
  const printing = modules
    .filter((it) => !isReplaced(it))
    .map(async (module) => {
      const given = namesFor(module, names);
      try {
        const key = [
          "printed",
          ...cacheKeyOf(module),
          JSON.stringify([given.temporaries, [...given.helpers]]),
        ];
        const printed = await cache.recall(key, () => printModule(module, given));
        return [{ title: titleOf(module.part.module), source: module.source, ...printed }];
      } catch (error) {
        const offset =
          error instanceof NodeError ? module.tree().positions.nearestOffset(error.offset) : undefined;
        defects.push(defectIn(module.source, error, offset));
        return [];
      }
    });
  const sections = (await Promise.all(printing)).flat();
  const needed = [...new Set([...modules.flatMap((it) => it.helpers), ...names.bundledHelpers])];
  const helping = helpersSection(needed, names);
  const functions = new Map(methods.map(({ method, local }) => [method, names.inFile.get(local) ?? local]));
  const free = modules.flatMap(({ summary }) => summary.free);
  const isGlobal = (name: string) => !names.inFile.has(name);
  // Its method `construct` stands in place of `super()`.
  const extending = modules.some(({ summary }) => summary.extended.some(isGlobal)) ? ["Reflect"] : [];
  const globals = [...free.filter(isGlobal), ...extending];
  return { sections: [...helping, ...sections], globals, functions, defects };
}

/** Names what a module adds to the top of zap.js. */
function namesFor({ temporaries, helpers }: LoweredModule, names: NamesOfFile): SectionNames {
  return {
    temporaries: temporaries.map((wanted) => names.give(wanted)),
    helpers: new Map(helpers.map((name) => [name, names.helper(name)])),
  };
}

/** The names at the top of zap.js. */
class NamesOfFile {
  /** The names in zap.js by those in the bundle. */
  readonly inFile = new Map<string, string>();
  /** The helpers that modules call as they are written: those of esbuild, and of `tslib`. */
  readonly bundledHelpers: string[] = [];
  /** Those that stand in a part that is printed: it exports them, too. */
  readonly printedHelpers: string[] = [];
  readonly #taken = new Set<string>();
  readonly #helpers = new Map<string, string>();

  constructor(modules: readonly LoweredModule[]) {
    for (const { summary, facts } of modules) {
      for (const name of [...facts.names, ...summary.free]) this.#taken.add(name);
      summary.variables.forEach(({ name }, index) => {
        if (name) this.inFile.set(name, facts.names[index] as string);
      });
    }
    for (const module of modules.filter(({ part }) => isOfHelpers(part.module))) {
      module.summary.variables.forEach(({ original }, index) => {
        if (isPrivateToEsbuild(original)) return;
        this.#helpers.set(original, module.facts.names[index] as string);
        (isReplaced(module) ? this.bundledHelpers : this.printedHelpers).push(original);
      });
    }
  }

  give(wanted: readonly string[]): string {
    const name = freeName(wanted, (it) => this.#taken.has(it));
    this.#taken.add(name);
    return name;
  }

  helper(name: string): string {
    const known = this.#helpers.get(name) ?? this.give([name]);
    this.#helpers.set(name, known);
    return known;
  }
}

/** Tells whether a name is a part of esbuild's own functions. */
function isPrivateToEsbuild(name: string): boolean {
  return /^__(create|defProp|getOwnPropDesc|getOwnPropNames|getProtoOf|hasOwnProp)\d*$/.test(name);
}

/** Tells whether zapc has functions of its own for all that a part declares: then these stand in zap.js. */
function isReplaced({ part, summary }: LoweredModule): boolean {
  if (!isOfHelpers(part.module)) return false;
  return summary.variables.every(({ original }) => helpers().has(original) || isPrivateToEsbuild(original));
}

interface SectionNames {
  readonly temporaries: readonly string[];
  readonly helpers: ReadonlyMap<string, string>;
}

function printModule({ takeTree, source }: LoweredModule, given: SectionNames): PrintedModule {
  const { program, scope, helpers, positions } = takeTree();
  temporariesAtTop(scope).forEach((variable, index) => {
    variable.name = given.temporaries[index] as string;
  });
  for (const [name, variable] of helpers) variable.name = given.helpers.get(name) as string;
  nameVariables(scope);
  const laid = printTree(program);
  if (laid.code.trim() === "") return { code: "", mappings: sectionMappings("", []), jshint: [] };
  return {
    code: laid.code,
    mappings: mappingsOf(laid, positions, source.text),
    jshint: jshintOptions(program),
  };
}

/** The helpers that are called, which come first. */
function helpersSection(called: readonly string[], names: NamesOfFile): PrintedSection[] {
  const needed = withCalled(called).filter((name) => !names.printedHelpers.includes(name));
  if (needed.length === 0) return [];
  const { code, lines } = helpersText(needed, (name) => names.helper(name));
  const segments: Segments = lines.map((line) => (line === undefined ? [] : [["  ".length, 0, line, 0]]));
  const source = { path: basename(helpersFile), text: helpersSource() };
  return [{ title: "", source, code, mappings: sectionMappings(code, segments), jshint: [] }];
}

/** `../triggers/new_dataset.ts` -> `triggers/new_dataset.ts`; `../../node_modules/a/index.js` -> `node_modules/a/index.js` */
export function titleOf(module: string): string {
  return module === "zap" ? "" : module.replace(/^.*(?=node_modules\/)|^(?:\.\.\/)*/, "");
}
