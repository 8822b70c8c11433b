import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Cache } from "../../source/cache.ts";
import type { Source } from "../../source/source.ts";
import type { Bundled } from "../bundle/bundle.ts";
import type { BundledModule } from "../bundle/prepare.ts";
import { defectIn } from "../tree/defect.ts";
import { type CrossModuleFacts, crossModuleFacts } from "./cross-module-facts.ts";
import { type ModuleSummary, summaryOf } from "./module-summary.ts";
import { isProgram, type PartTree, parsedPart } from "./part-tree.ts";
import { type BundledMethod, bundledMethods, linesOfMap, type Part, partsOf } from "./parts.ts";

/** The bundle, module by module, and the facts that cross modules. */
export interface Analyzed {
  readonly modules: readonly AnalyzedModule[];
  readonly methods: readonly BundledMethod[];
  /** Exceptions inside the compiler so far. */
  readonly defects: readonly Diagnostic[];
}

/** A module's part of the bundle. */
export interface AnalyzedModule extends SummarizedModule {
  readonly facts: CrossModuleFacts;
}

interface SummarizedModule {
  readonly part: Part;
  /** The module, by the path that the source map has. */
  readonly source: Pick<Source, "path" | "text" | "file">;
  readonly prepared: BundledModule | undefined;
  readonly summary: ModuleSummary;
  /** Gives the tree of the part, once: the lowering uses it up. */
  readonly takeTree: () => PartTree;
}

/** Parses each part of the bundle, or recalls its summary, and collects the facts that cross modules. */
export async function analyze(bundled: Bundled, cache: Cache): Promise<Analyzed> {
  const defects = [...bundled.defects];
  const isWhole = (code: string) =>
    !code.includes("`") || cache.recall(["is a program", code], () => isProgram(code));
  const parts = await partsOf(bundled, isWhole);
  const lines = linesOfMap(bundled.map);
  const summarizing = parts.map(async (part, index) => {
    const source = sourceOf(part, bundled);
    try {
      const isContinued = parts.slice(0, index).some(({ module }) => module === part.module);
      return [await summarized({ part, source, bundled, lines, isContinued }, cache)];
    } catch (error) {
      defects.push(defectIn(source, error));
      return [];
    }
  });
  const modules = (await Promise.all(summarizing)).flat();
  const methods = bundledMethods(bundled.code);
  const facts = crossModuleFacts(modules, methods, bundled.engine);
  return {
    methods,
    defects,
    modules: modules.map((it, index) => ({ ...it, facts: facts[index] as CrossModuleFacts })),
  };
}

/** The module that a part comes from: data is an input only, and what esbuild itself needs is nothing. */
function sourceOf(
  { module: path }: Part,
  { modules, inputs }: Bundled,
): Pick<Source, "path" | "text" | "file"> {
  const { text = "" } = inputs.find((it) => it.path === path) ?? {};
  return modules.get(path) ?? { path, text, file: path };
}

interface PartToSummarize {
  readonly part: Part;
  readonly source: AnalyzedModule["source"];
  readonly bundled: Bundled;
  readonly lines: ReturnType<typeof linesOfMap>;
  readonly isContinued: boolean;
}

async function summarized(
  { part, source, bundled, lines, isContinued }: PartToSummarize,
  cache: Cache,
): Promise<SummarizedModule> {
  const prepared = bundled.modules.get(part.module);
  const { names } = bundled.map;
  const tree = once(() =>
    parsedPart({ part, module: prepared, text: source.text, lines: lines(), names, isContinued }),
  );
  const summary = await cache.recall(["summary", part.module, source.text, part.code], () => {
    return summaryOf(tree.get(), part.code);
  });
  return { part, source, prepared, summary, takeTree: tree.take };
}

/** Makes a value when it is asked for, and anew after it was taken. */
export function once<T>(make: () => T): { readonly get: () => T; readonly take: () => T } {
  let made: T | undefined;
  const get = () => {
    made ??= make();
    return made;
  };
  return {
    get,
    take: () => {
      const taken = get();
      made = undefined;
      return taken;
    },
  };
}
