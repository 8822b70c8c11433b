import { forEachNode } from "../../source/walk.ts";
import { type AnyNode, is, isFunction, isLoop, type NodeOf } from "../tree/nodes.ts";

/** The options of JSHint for a module: it would mark what the module means to do. */
export function jshintOptions(program: NodeOf<"Program">): string[] {
  const options = new Set<string>();
  const inLoops = new Set<AnyNode>();
  forEachNode(program, (node, parent) => {
    if (parent && (isLoop(parent) || (inLoops.has(parent) && !isFunction(parent)))) {
      inLoops.add(node);
      if (isFunction(node)) options.add("loopfunc: true");
    }
    for (const option of optionsFor(node)) options.add(option);
  });
  return [...options].sort();
}

function optionsFor(node: AnyNode): string[] {
  if (is(node, "BinaryExpression")) {
    const isToNull =
      /^[!=]=$/.test(node.operator) &&
      [node.left, node.right].some((it) => is(it, "Literal") && it.value === null);
    return [
      ...(isToNull ? ["eqnull: true"] : []),
      ...(isNegated(node.left) && isComparison(node) ? ["-W018"] : []),
    ];
  }
  if (is(node, "CallExpression"))
    return is(node.callee, "SequenceExpression", "AssignmentExpression") ? ["-W067"] : [];
  if (is(node, "NewExpression")) return optionsForConstructor(node.callee);
  if (isNegated(node)) return isComparison(node.argument) ? ["-W018"] : [];
  if (is(node, "Identifier", "Literal")) {
    const name = is(node, "Identifier") ? node.name : node.value;
    return name === "__proto__" ? ["proto: true"] : [];
  }
  return is(node, "ArrayExpression") && node.elements.includes(null) ? ["elision: true"] : [];
}

/** `new (given || Item)()`, `new (function () {…})()` */
function optionsForConstructor(callee: AnyNode): string[] {
  if (is(callee, "FunctionExpression")) return ["-W057"];
  const isChosen = is(
    callee,
    "ConditionalExpression",
    "LogicalExpression",
    "SequenceExpression",
    "AssignmentExpression",
  );
  return isChosen ? ["-W056"] : [];
}

function isNegated(node: AnyNode): node is NodeOf<"UnaryExpression"> {
  return is(node, "UnaryExpression") && node.operator === "!";
}

function isComparison(node: AnyNode): boolean {
  return is(node, "BinaryExpression") && /^([<>]=?|[!=]==?)$/.test(node.operator);
}
