import type { Node } from "oxc-parser";
import { type Code, code, joined } from "./code.ts";
import { asStatements, becomesAnother } from "./expression-statements.ts";
import type { Leavable } from "./frame.ts";
import { leaving } from "./loop-bodies.ts";
import { hasCodeBefore, isLoopWithFunction, loopCode } from "./loops.ts";
import type { Lowering, Rows } from "./lowering.ts";
import { assignedBy, boundBy, valueFor } from "./patterns.ts";
import { is, isLoop, isPattern, type Loop, type NodeOf, targetsOf } from "./syntax.ts";

const loopRow = (node: Loop, lowering: Lowering): Code => {
  const { before, loop } = loopCode(node, lowering);
  return code`${before}${loop}`;
};

export const statements: Rows = {
  ExpressionStatement: (node, lowering) => {
    if ("directive" in node && node.directive) return lowering.inside(node);
    return joined(asStatements(node.expression, lowering), "\n");
  },
  VariableDeclaration: (node, lowering) => {
    if (!isHoisted(node, lowering)) return code`${variablesCode(node, lowering)};`;
    return joined(
      hoisted(node, lowering).map((it) => code`${it};`),
      "\n",
    );
  },
  IfStatement: ({ start, test, consequent, alternate }, lowering) => {
    const head = code`${{ start, end: test.start }}${lowering.of(test)}`;
    const then = code`${head}${{ start: test.end, end: consequent.start }}${bodyCode(consequent, lowering)}`;
    if (!alternate) return then;
    return code`${then}${{ start: consequent.end, end: alternate.start }}${bodyCode(alternate, lowering)}`;
  },
  ForStatement: loopRow,
  ForInStatement: loopRow,
  ForOfStatement: loopRow,
  WhileStatement: loopRow,
  DoWhileStatement: loopRow,
  LabeledStatement: ({ label, body }, lowering) => {
    return leavable({ is: "label", label: label.name }, lowering, () => {
      if (!isLoop(body)) return code`${label.name}: ${bodyCode(body, lowering)}`;
      const { before, loop } = loopCode(body, lowering, `${label.name}: `);
      return code`${before}${loop}`;
    });
  },
  SwitchStatement: (node, lowering) => {
    return leavable({ is: "switch" }, lowering, () => lowering.inside(node));
  },
  BreakStatement: (node, lowering) => leaving(node, lowering),
  ContinueStatement: (node, lowering) => leaving(node, lowering),
  ReturnStatement: ({ start, argument }, lowering) => {
    const { loop, isDerived } = lowering.frame.shape;
    if (loop) {
      loop.leaves.add("return");
      const nothing = lowering.frame.ofLoops.shape.isDerived ? lowering.own.this : "void 0";
      return code`return { value: ${argument ? lowering.of(argument) : nothing} };`;
    }
    if (!argument) return isDerived ? `return ${lowering.own.this};` : "return;";
    // A comment that ends its line would end the statement.
    return code`return (${lowering.comments(start, argument.start)}${lowering.of(argument)});`;
  },
  ThrowStatement: ({ argument }, lowering) => code`throw ${lowering.of(argument)};`,
  CatchClause: ({ param, body }, lowering) => {
    if (is(param, "Identifier")) return code`catch (${lowering.nameOf(param)}) ${lowering.of(body)}`;
    const name = lowering.temporary({ isDeclared: false });
    const bound = param ? boundBy(param, { text: name, isName: true }, lowering) : [];
    const opening = bound.length > 0 ? code`var ${joined(bound, ", ")};\n` : "";
    return code`catch (${name}) ${blockCode(body, opening, lowering)}`;
  },
};

/** A block with statements before its own. */
export function blockCode(
  { body, start, end }: NodeOf<"BlockStatement">,
  opening: Code,
  lowering: Lowering,
): Code {
  return code`{\n${opening}${lowering.parts(body, { start: start + 1, end })}`;
}

/** A statement that stands alone where a block could, in a block where it becomes several or a longer one. */
export function bodyCode(node: Node, lowering: Lowering): Code {
  const inner = is(node, "LabeledStatement") ? node.body : node;
  const isLonger = is(node, "ExpressionStatement")
    ? becomesAnother(node.expression)
    : isHoisted(node, lowering) || hasCodeBefore(inner, lowering);
  return isLonger ? code`{ ${lowering.of(node)} }` : lowering.of(node);
}

/** Lowers what `break` or `continue` can leave. */
export function leavable(what: Leavable, { frame }: Lowering, work: () => Code): Code {
  frame.leavable.push(what);
  const lowered = work();
  frame.leavable.pop();
  return lowered;
}

/** `const { a, b } = c` -> `var a = c.a, b = c.b` */
export function variablesCode(node: NodeOf<"VariableDeclaration">, lowering: Lowering): Code {
  const { kind, declarations } = node;
  if (isHoisted(node, lowering)) return joined(hoisted(node, lowering), ", ");
  if (!declarations.some(({ id }) => isPattern(id))) {
    const span = { start: (declarations[0] as Node).start, end: (declarations.at(-1) as Node).end };
    return code`var ${lowering.list(declarations, span, (it) => variableCode(it as NodeOf<"VariableDeclarator">, kind, lowering))}`;
  }
  const parts = declarations.flatMap((it) => {
    if (!isPattern(it.id) || !it.init) return [variableCode(it, kind, lowering)];
    const { id, init } = it;
    return boundBy(id, { text: lowering.of(init), isName: is(init, "Identifier") }, lowering);
  });
  return code`var ${joined(parts, ", ")}`;
}

function variableCode({ id, init }: NodeOf<"VariableDeclarator">, kind: string, lowering: Lowering): Code {
  const name = lowering.of(id);
  if (init) return code`${name} = ${lowering.comments(id.end, init.start)}${lowering.of(init)}`;
  return kind !== "var" && is(id, "Identifier") && isEmptiedAgain(id, lowering)
    ? code`${name} = void 0`
    : name;
}

/** Whether a variable of a block is to be empty where ES5 has one for each round of a loop, and for all blocks of a function. */
function isEmptiedAgain(id: NodeOf<"Identifier">, lowering: Lowering): boolean {
  const block = lowering.bindings.bindingOf(id)?.block;
  if (!block || block === block.whole) return false;
  const { loop, node } = block;
  return !(loop && node === loop.body && isLoopWithFunction(loop, lowering));
}

/** Whether something is a `var` in the body of a loop that becomes a function: it is declared around that. */
export function isHoisted(node: Node, { frame }: Lowering): boolean {
  return is(node, "VariableDeclaration") && node.kind === "var" && frame.shape.loop !== undefined;
}

/** `var a = 1, b` -> `a = 1` */
function hoisted({ declarations }: NodeOf<"VariableDeclaration">, lowering: Lowering): Code[] {
  return declarations.flatMap(({ id, init }) => {
    declareAround(id, lowering);
    if (!init) return [];
    if (!isPattern(id)) return [code`${lowering.of(id)} = ${lowering.of(init)}`];
    const { parts, apart } = assignedBy(id, valueFor(id, init, lowering), lowering);
    apart();
    return parts;
  });
}

/** Declares what a pattern sets in the function around the loops that become functions. */
export function declareAround(pattern: Node, { frame: { ofLoops } }: Lowering): void {
  for (const it of targetsOf(pattern)) {
    if (is(it, "Identifier") && !ofLoops.variables.includes(it.name)) ofLoops.variables.push(it.name);
  }
}
