import type { Diagnostic } from "../../model/diagnostic.ts";
import { isModuleOfNode, isOfRunner, isRequired } from "../../model/required-modules.ts";
import type { Cache } from "../../source/cache.ts";
import { exportedValue } from "../../source/discovering/exported.ts";
import type { Engine } from "../../source/engine.ts";
import { isTypeCheck } from "../../source/nodes.ts";
import { packageOf } from "../../source/package-of.ts";
import type { Source } from "../../source/source.ts";
import { Edits, edited, type SourceEdit } from "./edits.ts";
import { replaceFunctionConstructor } from "./function-constructor.ts";
import { type Layout, layoutOf, withoutComments } from "./layout.ts";
import { argumentsMarker, metadataMarker, requireMarker } from "./markers.ts";
import { writeSpaces } from "./namespaces.ts";
import { type PatternName, patternNamesIn } from "./pattern-names.ts";
import { tieArguments } from "./tied-arguments.ts";

/** A module as esbuild reads it: as it is written, but for what esbuild has no final shape for. */
export interface PreparedModule extends Layout {
  readonly code: string;
  /** The differences from the source. */
  readonly edits: readonly SourceEdit[];
  /** The offsets of parameters that are properties, too. */
  readonly parameterProperties: readonly number[];
  readonly patternNames: readonly PatternName[];
  /** The constructs that cannot become ES5: empty code, unless it is of a package, which may have it where nothing runs it. */
  readonly traps: readonly Diagnostic[];
}

/** A prepared module, with the source that it is of. */
export interface BundledModule extends PreparedModule, Pick<Source, "path" | "text" | "file"> {}

/** The modules that a build reads, by the paths that esbuild knows them by. */
export type Modules = Map<string, BundledModule>;

/**
 * Prepares a module for esbuild, or remembers what came of it.
 *
 * @param metadata - the name of the metadata to take out
 */
export function preparedModule(
  source: Source,
  metadata: string | undefined,
  { cache, engine }: { readonly cache: Cache; readonly engine: Engine },
): Promise<PreparedModule> {
  return cache.recall(["prepared", engine, source.path, metadata ?? "", source.text], async () => {
    const { findTraps } = await import("../traps/traps.ts");
    const traps = findTraps(source, engine);
    const isOfPackage = packageOf(source.path) !== undefined;
    if (!isOfPackage && traps.some(({ severity }) => severity === "error"))
      return { ...nothingPrepared, traps };
    return { ...prepare(source, metadata, engine), traps };
  });
}

/** The rest of a module that cannot be prepared. */
export const nothingPrepared: PreparedModule = {
  code: "",
  edits: [],
  comments: [],
  afterBlank: [],
  exported: [],
  parameterProperties: [],
  patternNames: [],
  traps: [],
};

function prepare(
  source: Source,
  metadata: string | undefined,
  engine: Engine,
): Omit<PreparedModule, "traps"> {
  const edits = new Edits();
  markMetadata(source, metadata, edits);
  for (const node of source.nodes.ofType("ExpressionStatement"))
    if (isTypeCheck(node)) edits.remove(node.start, node.end);
  markRequires(source, edits, engine);
  markArguments(source, edits);
  tieArguments(source, edits);
  replaceFunctionConstructor(source, edits);
  const parameterProperties = removeModifiers(source, edits);
  writeSpaces(source, edits);
  const sorted = edits.sorted();
  return {
    ...layoutOf(source),
    code: edited(withoutComments(source), sorted),
    edits: sorted,
    parameterProperties,
    patternNames: patternNamesIn(source),
  };
}

/** `export const trigger = {…} as const satisfies Trigger;` -> a call that has no effect */
function markMetadata(source: Source, name: string | undefined, edits: Edits): void {
  const value = name && exportedValue(source, name);
  if (value)
    edits.replace(value.start, value.end, `/* @__PURE__ */ ${metadataMarker}(${JSON.stringify(name)})`);
}

/** A module of the platform is required by the marker: `require("querystring")` -> `ZAPC_REQUIRE("querystring")` */
function markRequires({ nodes, path }: Source, edits: Edits, engine: Engine): void {
  // A package asks for those that it is installed with.
  const isOwn = packageOf(path) === undefined;
  const isKept = (name: string) =>
    isRequired(name, engine) || (isOwn && (isModuleOfNode(name) || isOfRunner(name)));
  for (const {
    callee,
    arguments: [name],
  } of nodes.ofType("CallExpression")) {
    if (callee.type !== "Identifier" || callee.name !== "require" || name?.type !== "Literal") continue;
    if (isKept(String(name.value))) edits.replace(callee.start, callee.end, requireMarker);
  }
}

/** `class A { [arguments[0]] = 1 }` */
function markArguments({ nodes, text }: Source, edits: Edits): void {
  if (!text.includes("arguments")) return;
  for (const node of nodes.ofType("Identifier")) {
    if (node.name !== "arguments") continue;
    const inside = nodes
      .around(node)
      .find((it) => /^(Function|MethodDefinition$|PropertyDefinition$)/.test(it.type));
    const isInKey =
      inside && "key" in inside && "computed" in inside && inside.computed && node.end <= inside.key.end;
    if (isInKey) edits.replace(node.start, node.end, argumentsMarker);
  }
}

/** `constructor(private readonly a: string)` -> `constructor(a: string)`. Gives where such parameters stand. */
function removeModifiers({ nodes }: Source, edits: Edits): number[] {
  return nodes.ofType("TSParameterProperty").map(({ start, parameter }) => {
    // Comments between the modifiers and the name have places of their own.
    edits.remove(start, parameter.start);
    return parameter.start;
  });
}
