import {
  type EncodedSourceMap,
  generatedPositionFor,
  LEAST_UPPER_BOUND,
  originalPositionFor,
  TraceMap,
} from "@jridgewell/trace-mapping";
import { parse } from "acorn";
import type { Engine } from "../../source/engine.ts";
import { lineIndex } from "../../source/line-index.ts";
import { oxc } from "../../source/oxc.ts";
import { packageOf } from "../../source/package-of.ts";
import { offsetAt } from "../../source/source.ts";
import { type AnyNode, is, isFunction } from "../tree/nodes.ts";
import { builtInPath } from "./known-values.ts";
import { type MissingFeature, missingFeaturesIn } from "./missing-features.ts";
import { ProgramIndex } from "./program-index.ts";
import { Reachability } from "./reachability.ts";

/** A feature that a package needs and zap.js does not find where it runs. */
export interface RequiredFeature {
  /** The name of the feature; of syntax, the message about it. */
  readonly name: string;
  readonly is: MissingFeature["is"] | "syntax";
  /** Syntax has the trap that found it; a generator that only runs where something is iterated has `iterator`. */
  readonly trap?: string;
  /** As the bundler names it: `../node_modules/a/index.js`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Syntax in a package that has no counterpart in ES5. */
export interface PackageTrap {
  readonly code: string;
  readonly message: string;
  readonly file: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

/** The text of zap.js, its map, and the names of its methods. */
export interface ScriptToSearch {
  readonly code: string;
  readonly map: EncodedSourceMap;
  readonly methods: readonly string[];
}

/** zap.js with packages in it. */
interface SearchedScript extends ScriptToSearch {
  readonly traps: readonly PackageTrap[];
  readonly engine: Engine;
}

/** Finds what the packages in a bundle need beyond ES5 and the platform: each once, at the first place that needs it. */
export function requiredFeatures({ code, map, methods, traps, engine }: SearchedScript): RequiredFeature[] {
  const traced = new TraceMap(map);
  const program = strictly(code);
  if (program instanceof SyntaxError) return [onlySloppy(program as PlacedError, traced)];
  const index = new ProgramIndex(program, engine);
  const reachability = new Reachability(index, methods);
  const positionAt = lineIndex(code);
  const found = new Map<string, RequiredFeature>();
  const add = (key: string, need: RequiredFeature, isReached: () => boolean) => {
    const whole = `${packageOf(need.file)} ${key}`;
    if (packageOf(need.file) !== undefined && !found.has(whole) && isReached()) found.set(whole, need);
  };
  for (const { code: key, message, ...place } of traps) {
    const offset = offsetOf(place);
    if (offset === undefined) continue;
    const node = index.at(offset);
    const trap = key === "generator" && isIterator(node, index) ? "iterator" : key;
    const need: RequiredFeature = { name: message, is: "syntax", trap, file: place.file, line: place.line };
    add(trap, need, () => usesOf(node, index).some((it) => reachability.has(it, [])));
  }
  for (const { node, name, is, asked } of missingFeaturesIn(index)) {
    const { line, column } = positionAt(node.start);
    const original = originalPositionFor(traced, { line, column: column - 1 });
    if (original.source === null) continue;
    const key = is === "regular expression" ? is : name;
    add(key, { name, is, file: original.source, line: original.line }, () => reachability.has(node, asked));
  }
  return [...found.values()];

  /** The offset in the bundle of a place of a package; undefined where it was left out. */
  function offsetOf({
    file,
    line,
    column,
  }: Pick<PackageTrap, "file" | "line" | "column">): number | undefined {
    const bundled = generatedPositionFor(traced, {
      source: file,
      line,
      column: column - 1,
      bias: LEAST_UPPER_BOUND,
    });
    return bundled.line === null
      ? undefined
      : offsetAt(code, { line: bundled.line, column: bundled.column + 1 });
  }
}

/** The error that acorn throws: the line from 1, and the column from 0. */
type PlacedError = SyntaxError & { readonly loc: { readonly line: number; readonly column: number } };

function strictly(code: string): AnyNode | SyntaxError {
  try {
    return parse(code, { ecmaVersion: 2022, sourceType: "module" }) as unknown as AnyNode;
  } catch (error) {
    if (!(error instanceof RangeError)) return error as SyntaxError;
    // acorn has no stack for what is too deep.
    return oxc().parseSync("zap.js", code, { preserveParens: false }).program as unknown as AnyNode;
  }
}

/** Reports syntax of a package that is no module, which zap.js cannot have: `function f(a, a) {}` */
function onlySloppy({ message, loc }: PlacedError, traced: TraceMap): RequiredFeature {
  const { source, line } = originalPositionFor(traced, loc);
  const why = `zap.js is in strict mode: ${message.replace(/ \(\d+:\d+\)$/, "")}.`;
  return { name: why, is: "syntax", file: source ?? "", line: line ?? 0 };
}

/** The reads of the function that begins at a node; else the node. */
function usesOf(node: AnyNode, index: ProgramIndex): readonly AnyNode[] {
  const declared = is(node, "VariableDeclaration") ? node.declarations[0]?.init : node;
  const name = isFunction(declared) && index.nameOf(declared);
  return name ? index.readsOf(name) : [node];
}

/** `list[Symbol.iterator] = function* () {…}`, `define(list, Symbol.iterator, function* () {…})` */
function isIterator(node: AnyNode, index: ProgramIndex): boolean {
  let called: AnyNode | undefined = node;
  while (called && !isFunction(called)) called = index.parentOf(called);
  const parent = called && index.parentOf(called);
  const isKey = (it: AnyNode) => builtInPath(it, index) === "Symbol.iterator";
  if (is(parent, "CallExpression")) return parent.arguments.some(isKey);
  const set = is(parent, "AssignmentExpression") ? parent.left : undefined;
  return is(set, "MemberExpression") && set.computed && isKey(set.property);
}
