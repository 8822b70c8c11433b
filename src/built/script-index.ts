import {
  type AnyNode,
  type Expression,
  type Identifier,
  type Node,
  type Pattern,
  type PrivateIdentifier,
  type Program,
  parse,
  type SourceLocation,
  type Token,
} from "acorn";
import { forEachNode } from "../source/walk.ts";
import type { CalledFunction } from "./positions.ts";

/** A place in zap.js. */
export interface BuiltPosition {
  /** From 1. */
  readonly line: number;
  /** From 1; absent for a whole line. */
  readonly column?: number;
}

/** Says what stands where in a zap.js. */
export interface ScriptIndex {
  /** The number of lines. */
  readonly lines: number;
  /** The column of the first token of a line, from 1; 0 where there is none. */
  firstColumn(line: number): number;
  /** The place of the name of the function that a place is in; undefined where it has none. */
  functionAt(place: BuiltPosition): Required<BuiltPosition> | undefined;
  /** Tells whether an engine can have named this place: a token begins there, in a function of this name. */
  canBe(place: BuiltPosition, called: CalledFunction | undefined): boolean;
}

/** Indexes a zap.js. */
export function indexScript(code: string): ScriptIndex {
  const tokensOfLine = new Map<number, { offset: number; column: number }[]>();
  const onToken = ({ start: offset, loc }: Token) => {
    const { line, column } = placeOf(loc);
    const tokens = tokensOfLine.get(line);
    if (tokens) tokens.push({ offset, column });
    else tokensOfLine.set(line, [{ offset, column }]);
  };
  const functions = functionsOf(parse(code, { ecmaVersion: 5, locations: true, onToken }));

  const functionsAt = ({ line, column }: BuiltPosition) =>
    (tokensOfLine.get(line) ?? [])
      .filter((token) => column === undefined || token.column === column)
      .map(({ offset }) => functions.find(({ start, end }) => start <= offset && offset < end));

  return {
    lines: code.split("\n").length,
    firstColumn: (line) => tokensOfLine.get(line)?.[0]?.column ?? 0,
    functionAt: (place) => functionsAt(place)[0]?.name?.place,
    canBe(place, called) {
      return functionsAt(place).some((it) => called === undefined || it?.name?.text === called.name);
    },
  };
}

/** A function, and where its name stands. */
interface NamedFunction {
  readonly start: number;
  readonly end: number;
  readonly name?: Name;
}

interface Name {
  readonly text: string;
  readonly place: Required<BuiltPosition>;
}

/** acorn counts columns from 0. */
function placeOf(loc: SourceLocation | null | undefined): Required<BuiltPosition> {
  const { line = 0, column = -1 } = loc?.start ?? {};
  return { line, column: column + 1 };
}

/** All functions, the innermost first. Engines name one that was declared without a name by what it is assigned to. */
function functionsOf(program: Program): NamedFunction[] {
  const functions: Extract<AnyNode, { type: "FunctionDeclaration" | "FunctionExpression" }>[] = [];
  const assigned = new Map<Node, Identifier>();
  const assign = (value: Node | null | undefined, to: Expression | Pattern | PrivateIdentifier) => {
    if (to.type === "MemberExpression" && !to.computed) assign(value, to.property);
    else if (value && to.type === "Identifier") assigned.set(value, to);
  };
  forEachNode<AnyNode>(program, (node) => {
    if (node.type === "VariableDeclarator") assign(node.init, node.id);
    if (node.type === "AssignmentExpression") assign(node.right, node.left);
    if (node.type === "Property") assign(node.value, node.key);
    if (node.type === "FunctionDeclaration" || node.type === "FunctionExpression") functions.push(node);
  });
  // An inner function begins later.
  functions.sort((one, other) => other.start - one.start);
  return functions.map((node) => {
    const { start, end } = node;
    const id = node.id ?? assigned.get(node);
    return { start, end, ...(id && { name: { text: id.name, place: placeOf(id.loc) } }) };
  });
}
