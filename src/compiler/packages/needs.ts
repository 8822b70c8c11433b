import {
  type EncodedSourceMap,
  generatedPositionFor,
  LEAST_UPPER_BOUND,
  originalPositionFor,
  TraceMap,
} from "@jridgewell/trace-mapping";
import { type AnyNode, type Program, parse, type VariableDeclarator } from "acorn";
import { lineIndex } from "../line-index.ts";
import { offsetAt } from "../source.ts";
import { type Lacking, lackingIn } from "./lacking.ts";
import { packageOf } from "./package-of.ts";
import { Reached } from "./reached.ts";
import { isFunction, Tree } from "./tree.ts";

/** What a package needs and zap.js does not find where it runs. */
export interface Need {
  /** What is missing; of syntax, what is to be said of it. */
  readonly name: string;
  readonly is: Lacking["is"] | "syntax";
  /** As the bundler names it: `../node_modules/a/index.js`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Syntax in a package that has no counterpart in ES5. */
export interface Trapped {
  readonly code: string;
  readonly message: string;
  readonly file: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

/** A bundle with packages in it. */
interface BundleWithPackages {
  readonly code: string;
  readonly map: EncodedSourceMap;
  readonly traps: readonly Trapped[];
}

/** Finds what the packages in a bundle need beyond ES5 and the platform: each once, at the first place that needs it. */
export function needsOf({ code, map, traps }: BundleWithPackages): Need[] {
  const traced = new TraceMap(map);
  const program = strictly(code);
  if (program instanceof SyntaxError) return [onlySloppy(program as PlacedError, traced)];
  const tree = new Tree(program);
  const reached = new Reached(tree);
  const positionAt = lineIndex(code);
  const found = new Map<string, Need>();
  const add = (key: string, need: Need, isReached: () => boolean) => {
    const whole = `${packageOf(need.file)} ${key}`;
    if (packageOf(need.file) !== undefined && !found.has(whole) && isReached()) found.set(whole, need);
  };
  for (const { code: key, message, ...place } of traps) {
    const offset = offsetOf(place);
    const isReached = () =>
      offset !== undefined && usesOf(tree.at(offset), tree).some((it) => reached.has(it, []));
    add(key, { name: message, is: "syntax", file: place.file, line: place.line }, isReached);
  }
  for (const { node, name, is, asked } of lackingIn(tree)) {
    const { line, column } = positionAt(node.start);
    const original = originalPositionFor(traced, { line, column: column - 1 });
    if (original.source === null) continue;
    const key = is === "regular expression" ? is : name;
    add(key, { name, is, file: original.source, line: original.line }, () => reached.has(node, asked));
  }
  return [...found.values()];

  /** Where a place of a package is in the bundle; nothing where it was left out. */
  function offsetOf({ file, line, column }: Pick<Trapped, "file" | "line" | "column">): number | undefined {
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

/** What acorn throws: the line from 1, and the column from 0. */
type PlacedError = SyntaxError & { readonly loc: { readonly line: number; readonly column: number } };

function strictly(code: string): Program | SyntaxError {
  try {
    return parse(code, { ecmaVersion: 2022, sourceType: "module" });
  } catch (error) {
    return error as SyntaxError;
  }
}

/** What a package may write that is no module, and zap.js may not: `function f(a, a) {}` */
function onlySloppy({ message, loc }: PlacedError, traced: TraceMap): Need {
  const { source, line } = originalPositionFor(traced, loc);
  const why = `zap.js is in strict mode: ${message.replace(/ \(\d+:\d+\)$/, "")}.`;
  return { name: why, is: "syntax", file: source ?? "", line: line ?? 0 };
}

/** The places that use the function that begins at a node, or the class that it is a part of; else the node. */
function usesOf(node: AnyNode, tree: Tree): readonly AnyNode[] {
  const name = isFunction(node) && tree.nameOf(node);
  if (name) return tree.usesOf(name);
  for (let part: AnyNode | undefined = node; part; part = tree.around(part)) {
    const variable = part.type === "VariableDeclarator" && isClass(part) && tree.variableOf(part.id);
    if (variable) return tree.usesOf(variable);
  }
  return [node];
}

/** `Name = (function () {…})()` */
function isClass({ init }: VariableDeclarator): boolean {
  return init?.type === "CallExpression" && isFunction(init.callee);
}
