import { type Expression, type Node, type Pattern, type PrivateIdentifier, type Program, parse } from "acorn";
import { full } from "acorn-walk";
import { lineIndex } from "../compiler/line-index.ts";
import type { Called } from "./positions.ts";

/** A place in zap.js. */
export interface Place {
  /** From 1. */
  readonly line: number;
  /** From 1; absent for a whole line. */
  readonly column?: number;
}

/** Says what stands where in a zap.js. */
export interface ScriptIndex {
  /** How many lines there are. */
  readonly lines: number;
  /** The column of the first token of a line, from 1; 0 where there is none. */
  firstColumn(line: number): number;
  /** The place of the name of the function that a place is in; undefined where it has none. */
  functionAt(place: Place): Required<Place> | undefined;
  /** Whether an engine can have named this place: a token begins there, in a function of this name. */
  canBe(place: Place, called: Called | undefined): boolean;
}

/** Indexes a zap.js. */
export function indexScript(code: string): ScriptIndex {
  const offsets: number[] = [];
  const program = parse(code, { ecmaVersion: 5, onToken: ({ start }) => offsets.push(start) });
  const functions = functionsOf(program);
  const positionAt = lineIndex(code);
  const tokensOfLine = new Map<number, { offset: number; column: number }[]>();
  for (const offset of offsets) {
    const { line, column } = positionAt(offset);
    const tokens = tokensOfLine.get(line);
    if (tokens) tokens.push({ offset, column });
    else tokensOfLine.set(line, [{ offset, column }]);
  }

  const functionsAt = ({ line, column }: Place) =>
    (tokensOfLine.get(line) ?? [])
      .filter((token) => column === undefined || token.column === column)
      .map(({ offset }) => functions.find(({ start, end }) => start <= offset && offset < end));

  return {
    lines: code.split("\n").length,
    firstColumn: (line) => tokensOfLine.get(line)?.[0]?.column ?? 0,
    functionAt(place) {
      const name = functionsAt(place)[0]?.name;
      return name && positionAt(name.start);
    },
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
  readonly start: number;
}

/** All functions, the innermost first. */
function functionsOf(program: Program): NamedFunction[] {
  const functions: Node[] = [];
  const names = new Map<Node, Name>();
  const name = (value: Node | null | undefined, by: Expression | Pattern | PrivateIdentifier | null) => {
    if (by?.type === "MemberExpression") name(value, by.property);
    else if (value && by?.type === "Identifier") names.set(value, { text: by.name, start: by.start });
  };
  full(program, (node) => {
    const known = node as Expression | Program["body"][number];
    // Engines name functions that were declared without a name by what they are assigned to.
    if (known.type === "VariableDeclaration") for (const { id, init } of known.declarations) name(init, id);
    if (known.type === "AssignmentExpression") name(known.right, known.left);
    if (known.type === "ObjectExpression")
      for (const property of known.properties)
        if (property.type === "Property") name(property.value, property.key);
    if (known.type === "FunctionDeclaration" || known.type === "FunctionExpression") {
      functions.push(node);
      name(node, known.id ?? null);
    }
  });
  // What lies inside begins later.
  return functions
    .sort((one, other) => other.start - one.start)
    .map((node) => ({
      start: node.start,
      end: node.end,
      ...(names.has(node) && { name: names.get(node) as Name }),
    }));
}
