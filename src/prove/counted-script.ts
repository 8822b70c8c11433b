import type { AnyNode, BlockStatement, Statement } from "acorn";
import MagicString from "magic-string";
import { isFunction, nodesWithin } from "../inference/nodes.ts";
import { parseScript } from "../inference/parse-script.ts";

/** A script that counts what of it runs. */
export interface CountedScript {
  readonly text: string;
  /** The functions, by the numbers of their counters: the line of each. */
  readonly functions: ReadonlyMap<number, number>;
  /** The arms of conditions, cases, handlers and the bodies of loops, in the same way. */
  readonly branches: ReadonlyMap<number, number>;
}

/** Adds a counter to each function and each branch. The probe of probed-script.ts keeps the counts. */
export function countedScript(source: string): CountedScript {
  const text = new MagicString(source);
  const functions = new Map<number, number>();
  const branches = new Map<number, number>();
  let last = 0;
  const count = (node: AnyNode, into: Map<number, number>) => {
    last += 1;
    into.set(last, node.loc?.start.line ?? 1);
    return `zapc__probe.passed[${last}] = true`;
  };
  for (const node of nodesWithin(parseScript(source)).sort((one, other) => one.start - other.start)) {
    if (isFunction(node)) {
      if (node.body.type === "BlockStatement")
        text.appendRight(startOf(node.body), `; ${count(node, functions)}; `);
      else countExpression(node.body, count(node, functions), text);
    }
    for (const arm of statementsOf(node)) countStatement(arm, count(arm, branches), text);
    for (const arm of expressionsOf(node)) countExpression(arm, count(arm, branches), text);
    if (node.type === "SwitchCase") {
      const colon = source.indexOf(":", node.test?.end ?? node.start);
      text.appendRight(colon + 1, ` ${count(node, branches)};`);
    }
    if (node.type === "CatchClause") text.appendRight(node.body.start + 1, `${count(node, branches)};`);
  }
  return { text: text.toString(), functions, branches };
}

/** The place behind a function's directives. */
function startOf({ start, body }: BlockStatement): number {
  const directives = body.filter((it) => it.type === "ExpressionStatement" && it.directive !== undefined);
  return directives.at(-1)?.end ?? start + 1;
}

/** The statements that run, or do not, as a condition says. */
function statementsOf(node: AnyNode): Statement[] {
  if (node.type === "IfStatement") return [node.consequent, ...(node.alternate ? [node.alternate] : [])];
  const isLoop = /^(For|ForIn|ForOf|While|DoWhile)Statement$/.test(node.type);
  return isLoop ? [(node as { body: Statement } & AnyNode).body] : [];
}

/** The expressions that are evaluated, or not. */
function expressionsOf(node: AnyNode): AnyNode[] {
  if (node.type === "ConditionalExpression") return [node.consequent, node.alternate];
  return node.type === "LogicalExpression" ? [node.right] : [];
}

function countStatement(node: Statement, counter: string, text: MagicString): void {
  if (node.type === "BlockStatement") text.appendRight(node.start + 1, `${counter};`);
  // A function as a branch is a declaration of the function around it.
  else if (node.type !== "FunctionDeclaration")
    text.prependRight(node.start, `{ ${counter}; `).appendLeft(node.end, " }");
}

function countExpression(node: AnyNode, counter: string, text: MagicString): void {
  text.prependRight(node.start, `(${counter}, `).appendLeft(node.end, ")");
}
