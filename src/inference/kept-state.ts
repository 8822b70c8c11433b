import type { AnyNode } from "acorn";
import { type Declarations, declarationsIn, followed } from "./declarations.ts";
import { type FunctionNode, isFunction, nodesWithin, parentsWithin, propertyName } from "./nodes.ts";
import { parseScript } from "./parse-script.ts";

/** A method's uses of state that outlives it: variables around all methods, and properties of Zap. */
interface Uses {
  readonly writes: ReadonlySet<string>;
  readonly reads: ReadonlySet<string>;
}

/**
 * Finds what methods leave to others by a variable or a property of Zap, also in the functions that they call.
 *
 * @returns a function of a method and one after it: the names of what the one writes and the other uses, `count`, `this.token`
 */
export function keptState(source: string): (before: string, after: string) => string[] {
  const declarations = declarationsIn(parseScript(source));
  const known = new Map<string, Uses>();
  const usesOf = (method: string): Uses => {
    const value = declarations.members.get(method)?.value;
    const uses = known.get(method) ?? usesIn(isFunction(value) ? reached(value, declarations) : []);
    known.set(method, uses);
    return uses;
  };
  return (before, after) => {
    const { reads } = usesOf(after);
    return [...usesOf(before).writes].filter((name) => reads.has(name) && !isMethod(name, declarations));
  };
}

/** A property that holds a function is one of the script's own helpers. */
function isMethod(name: string, { members }: Declarations): boolean {
  return isFunction(members.get(name.replace(/^this\./, ""))?.value);
}

/** A function, and those that it calls. */
function reached(first: FunctionNode, { values, members }: Declarations): FunctionNode[] {
  const found = new Set<FunctionNode>([first]);
  for (const node of found) {
    for (const inner of nodesWithin(node)) {
      if (inner.type !== "CallExpression") continue;
      const { callee } = inner;
      const called =
        callee.type === "MemberExpression"
          ? members.get(propertyName(callee.property, callee) ?? "")?.value
          : followed(callee, values);
      if (isFunction(called)) found.add(called);
    }
  }
  return [...found];
}

function usesIn(functions: readonly FunctionNode[]): Uses {
  const writes = new Set<string>();
  const reads = new Set<string>();
  for (const node of functions) {
    const parents = parentsWithin(node);
    for (const [it, parent] of parents) {
      const name = lastingName(it, parents);
      if (name === undefined) continue;
      const isTarget = isTargetOf(parent, it);
      const isReplaced = isTarget && parent?.type === "AssignmentExpression" && parent.operator === "=";
      if (isTarget || (name !== "Zap" && changesWithin(it, parents))) writes.add(name);
      if (!isReplaced) reads.add(name);
    }
  }
  return { writes, reads };
}

function isTargetOf(parent: AnyNode | undefined, node: AnyNode): boolean {
  if (parent?.type === "AssignmentExpression") return parent.left === node;
  return (
    parent?.type === "UpdateExpression" ||
    (parent?.type === "UnaryExpression" && parent.operator === "delete")
  );
}

const changing = /^(push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|set|add|delete|clear)$/;

type Parents = ReadonlyMap<AnyNode, AnyNode | undefined>;

/** Tells whether the value of a node is changed where it stands: `kept.a.b = 1`, `kept.list.push(1)`. */
function changesWithin(value: AnyNode, parents: Parents): boolean {
  let node = value;
  for (let parent = parents.get(node); parent; parent = parents.get(parent)) {
    if (parent.type === "CallExpression" && node.type === "MemberExpression")
      return parent.callee === node && changing.test(propertyName(node.property, node) ?? "");
    if (parent.type !== "MemberExpression" || parent.object !== node)
      return node.type === "MemberExpression" && isTargetOf(parent, node);
    node = parent;
  }
  return false;
}

/** The name of a variable that no function around it declares, or of a property of Zap. */
function lastingName(node: AnyNode, parents: Parents): string | undefined {
  if (node.type === "MemberExpression") {
    const { object } = node;
    const isZap = object.type === "ThisExpression" || (object.type === "Identifier" && object.name === "Zap");
    const name = isZap ? propertyName(node.property, node) : undefined;
    return name && `this.${name}`;
  }
  if (node.type !== "Identifier") return undefined;
  for (let around: AnyNode | undefined = node; around; around = parents.get(around))
    if (isFunction(around) && declaredIn(around).has(node.name)) return undefined;
  return node.name;
}

const declared = new WeakMap<FunctionNode, ReadonlySet<string>>();

/** The names that a function declares, those of its blocks and inner functions among them. */
function declaredIn(node: FunctionNode): ReadonlySet<string> {
  const known = declared.get(node);
  if (known) return known;
  const names = new Set<string>(["arguments"]);
  const add = (pattern: AnyNode) => {
    for (const inner of nodesWithin(pattern)) if (inner.type === "Identifier") names.add(inner.name);
  };
  for (const parameter of node.params) add(parameter);
  for (const inner of nodesWithin(node.body)) {
    if (inner.type === "VariableDeclarator") add(inner.id);
    if (isFunction(inner)) for (const parameter of inner.params) add(parameter);
    if ((inner.type === "FunctionDeclaration" || inner.type === "FunctionExpression") && inner.id)
      names.add(inner.id.name);
    if (inner.type === "CatchClause" && inner.param) add(inner.param);
  }
  declared.set(node, names);
  return names;
}
