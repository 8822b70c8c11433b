import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Cache } from "../../source/cache.ts";
import { isPlainJavaScript } from "../../source/source.ts";
import { forEachNode } from "../../source/walk.ts";
import { type Analyzed, type AnalyzedModule, once } from "../analyze/analyze.ts";
import type { CrossModuleFacts } from "../analyze/cross-module-facts.ts";
import type { PartTree } from "../analyze/part-tree.ts";
import { planOf } from "../analyze/plan.ts";
import type { Positions } from "../analyze/positions.ts";
import { defectIn, NodeError } from "../tree/defect.ts";
import { type AnyNode, is, type NodeOf } from "../tree/nodes.ts";
import { type LoweredTree, lowerTree } from "./lower-tree.ts";
import type { LoweringFacts } from "./lowering.ts";
import { type NamedScope, namedScopeOf, temporariesAtTop } from "./name-variables.ts";

/** The modules in ES5, before their temporaries have names. */
export interface Lowered {
  readonly modules: readonly LoweredModule[];
  readonly methods: Analyzed["methods"];
  /** Exceptions inside the compiler so far. */
  readonly defects: readonly Diagnostic[];
}

export interface LoweredModule extends Omit<AnalyzedModule, "takeTree"> {
  /** The helpers that it calls. */
  readonly helpers: readonly string[];
  /** The names that each temporary at its top can have, the best first. */
  readonly temporaries: readonly (readonly string[])[];
  readonly tree: () => LoweredModuleTree;
  /** Gives the tree, and lets go of it: that of a long module takes hundreds of megabytes. */
  readonly takeTree: () => LoweredModuleTree;
}

export interface LoweredModuleTree extends LoweredTree {
  readonly scope: NamedScope;
  readonly positions: Positions;
}

/** Lowers the modules that the cache does not know. */
export async function lower(analyzed: Analyzed, cache: Cache): Promise<Lowered> {
  const defects = [...analyzed.defects];
  const lowering = analyzed.modules.map(async (module) => {
    try {
      return [await loweredModule(module, cache)];
    } catch (error) {
      defects.push(defectIn(module.source, error, sourceOffset(error, module)));
      return [];
    }
  });
  const modules = (await Promise.all(lowering)).flat();
  return { methods: analyzed.methods, modules, defects };
}

async function loweredModule({ takeTree, ...module }: AnalyzedModule, cache: Cache): Promise<LoweredModule> {
  const tree = once(() => loweredModuleTree(module, takeTree()));
  const known = await cache.recall(["lowered", ...cacheKeyOf(module)], () => {
    const { helpers, scope } = tree.get();
    return { helpers: [...helpers.keys()], temporaries: temporariesAtTop(scope).map(({ wanted }) => wanted) };
  });
  return { ...module, ...known, tree: tree.get, takeTree: tree.take };
}

/** The offset in the source of the node that could not be lowered. */
function sourceOffset(error: unknown, { takeTree }: AnalyzedModule): number | undefined {
  return error instanceof NodeError ? takeTree().positions.nearestOffset(error.offset) : undefined;
}

/** The texts on which the output for a module depends, but for the names of its temporaries. */
export function cacheKeyOf({
  part,
  source,
  facts,
}: Pick<AnalyzedModule, "part" | "source" | "facts">): string[] {
  return [part.module, source.text, part.code, JSON.stringify(facts)];
}

function loweredModuleTree(module: Omit<AnalyzedModule, "takeTree">, tree: PartTree): LoweredModuleTree {
  const lowered = lowerTree(tree.program, loweringFacts(module, tree));
  return { ...lowered, scope: namedScopeOf(lowered.program), positions: tree.positions };
}

function loweringFacts(
  { part, prepared, facts }: Omit<AnalyzedModule, "takeTree">,
  tree: PartTree,
): LoweringFacts {
  const { program, scopes, positions } = tree;
  const plan = planOf(scopes, {
    externalOf: (name) => ownProperty(facts.externals, name),
    originalName: positions.originalName,
  });
  plan.ofProgram.forEach((variable, index) => {
    variable.name = facts.names[index] as string;
  });
  for (const it of plan.externals)
    it.name = (facts.externals[it.wanted[0] ?? ""] as { nameInFile: string }).nameInFile;
  const patternNames = new Map(prepared?.patternNames);
  const atSource =
    <T>(found: (offset: number) => T | undefined) =>
    (node: AnyNode) => {
      const offset = positions.sourceOffset(node.start);
      return offset === undefined ? undefined : found(offset);
    };
  return {
    scopes,
    plan,
    accessors: facts.accessors,
    haveValues: facts.haveValues,
    haveBigInts: facts.haveBigInts,
    takenPrivateNames: facts.takenPrivateNames,
    iteratesAnything: facts.iteratesAnything,
    definesFields: isPlainJavaScript({ path: part.module }),
    methods: functionsOf(program, facts),
    nameByType: atSource((offset) => patternNames.get(offset)),
    nameInSource: (node) => positions.originalName(node.start) ?? node.name,
    ...membersOf(program, prepared?.parameterProperties ?? [], positions),
  };
}

function ownProperty<T>(object: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The functions at the top of a module that are methods. */
function functionsOf({ body }: NodeOf<"Program">, { methods }: CrossModuleFacts): Set<AnyNode> {
  const functions = new Set<AnyNode>();
  for (const it of body) {
    if (is(it, "FunctionDeclaration") && methods.includes(it.id?.name ?? "")) functions.add(it);
    if (!is(it, "VariableDeclaration")) continue;
    for (const { id, init } of it.declarations) {
      if (init && is(id, "Identifier") && methods.includes(id.name)) functions.add(init);
    }
  }
  return functions;
}

type MemberFacts = Pick<LoweringFacts, "parameterProperties" | "privateNames">;

function membersOf(
  program: NodeOf<"Program">,
  offsets: readonly number[],
  positions: Positions,
): MemberFacts {
  const wanted = new Set(offsets);
  const parameterProperties = new Set<AnyNode>();
  const privateNames: string[] = [];
  forEachNode<AnyNode>(program, (node, parent) => {
    if (is(node, "PrivateIdentifier") && is(parent, "MethodDefinition", "PropertyDefinition"))
      privateNames.push(node.name);
    if (!is(node, "Identifier")) return;
    if (wanted.size > 0 && wanted.has(positions.sourceOffset(node.start) ?? -1))
      parameterProperties.add(node);
  });
  return { parameterProperties, privateNames };
}
