import { type Node, Visitor, type VisitorObject } from "oxc-parser";
import type { Diagnostic } from "../model/diagnostic.ts";
import { errorAt, type Source } from "./source.ts";

/** Syntax that TypeScript accepts and that cannot become ES5 a person would have written. */
interface Trap {
  readonly code: string;
  readonly nodes: readonly (keyof VisitorObject)[];
  readonly found: (node: Node) => boolean;
  readonly message: string;
  readonly hint: string;
}

const always = () => true;

const traps: readonly Trap[] = [
  {
    code: "async-function",
    nodes: ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"],
    found: (node) => "async" in node && node.async === true,
    message: "The platform does not wait for promises: an `async` function cannot run there.",
    hint: "`z.request` waits for its answer by itself.",
  },
  {
    code: "generator",
    nodes: ["FunctionDeclaration", "FunctionExpression"],
    found: (node) => "generator" in node && node.generator === true,
    message: "A generator has no counterpart in ES5.",
    hint: "Return an array.",
  },
  {
    code: "private-name",
    nodes: ["PrivateIdentifier"],
    found: always,
    message: "A `#private` member needs WeakMap, which ES5 has not.",
    hint: "Write `private name` instead.",
  },
  {
    code: "bigint",
    nodes: ["Literal"],
    found: (node) => "bigint" in node,
    message: "A BigInt has no counterpart in ES5.",
    hint: "Use a number, or a string where the digits matter.",
  },
  {
    code: "regular-expression",
    nodes: ["Literal"],
    found: (node) => "regex" in node && /[^gim]/.test((node.regex as { flags: string }).flags),
    message: "Of the flags of regular expressions ES5 knows `g`, `i` and `m` only.",
    hint: "Write the expression without the other flags.",
  },
  {
    code: "dynamic-import",
    nodes: ["ImportExpression"],
    found: always,
    message: "zap.js is one file: nothing can be imported while it runs.",
    hint: "Import it at the top of the file.",
  },
  {
    code: "decorator",
    nodes: ["Decorator"],
    found: always,
    message: "A decorator has no counterpart in ES5.",
    hint: "Call the function where it is needed.",
  },
];

/** Every trap in a source, in the order of the text. */
export function findTraps(source: Source): Diagnostic[] {
  const found: { offset: number; trap: Trap }[] = [];
  const visitor: Record<string, (node: Node) => void> = {};
  for (const name of new Set(traps.flatMap((trap) => trap.nodes))) {
    const candidates = traps.filter((trap) => trap.nodes.includes(name));
    visitor[name] = (node) => {
      for (const trap of candidates) if (trap.found(node)) found.push({ offset: node.start, trap });
    };
  }
  new Visitor(visitor as VisitorObject).visit(source.parsed.program);
  found.sort((a, b) => a.offset - b.offset);
  return found.map(({ offset, trap: { code, message, hint } }) =>
    errorAt(source, offset, { code, message, hint }),
  );
}
