import type { AnyNode } from "./nodes.ts";

/** The parts of the nodes of JavaScript, in the order of the text. */
const parts: { readonly [type: string]: readonly string[] } = {
  ArrayExpression: ["elements"],
  ArrayPattern: ["elements"],
  ArrowFunctionExpression: ["params", "body"],
  AssignmentExpression: ["left", "right"],
  AssignmentPattern: ["left", "right"],
  AwaitExpression: ["argument"],
  BinaryExpression: ["left", "right"],
  BlockStatement: ["body"],
  BreakStatement: ["label"],
  CallExpression: ["callee", "arguments"],
  CatchClause: ["param", "body"],
  ChainExpression: ["expression"],
  ClassBody: ["body"],
  ClassDeclaration: ["id", "superClass", "body"],
  ClassExpression: ["id", "superClass", "body"],
  ConditionalExpression: ["test", "consequent", "alternate"],
  ContinueStatement: ["label"],
  DoWhileStatement: ["body", "test"],
  ExportDefaultDeclaration: ["declaration"],
  ExportNamedDeclaration: ["declaration", "specifiers"],
  ExportSpecifier: ["local", "exported"],
  ExpressionStatement: ["expression"],
  ForInStatement: ["left", "right", "body"],
  ForOfStatement: ["left", "right", "body"],
  ForStatement: ["init", "test", "update", "body"],
  FunctionDeclaration: ["id", "params", "body"],
  FunctionExpression: ["id", "params", "body"],
  IfStatement: ["test", "consequent", "alternate"],
  ImportDeclaration: ["specifiers"],
  ImportDefaultSpecifier: ["local"],
  ImportExpression: ["source"],
  ImportNamespaceSpecifier: ["local"],
  ImportSpecifier: ["imported", "local"],
  LabeledStatement: ["label", "body"],
  LogicalExpression: ["left", "right"],
  MemberExpression: ["object", "property"],
  MetaProperty: ["meta", "property"],
  MethodDefinition: ["key", "value"],
  NewExpression: ["callee", "arguments"],
  ObjectExpression: ["properties"],
  ObjectPattern: ["properties"],
  Program: ["body"],
  Property: ["key", "value"],
  PropertyDefinition: ["key", "value"],
  RestElement: ["argument"],
  ReturnStatement: ["argument"],
  SequenceExpression: ["expressions"],
  SpreadElement: ["argument"],
  StaticBlock: ["body"],
  SwitchCase: ["test", "consequent"],
  SwitchStatement: ["discriminant", "cases"],
  TaggedTemplateExpression: ["tag", "quasi"],
  TemplateLiteral: ["quasis", "expressions"],
  ThrowStatement: ["argument"],
  TryStatement: ["block", "handler", "finalizer"],
  UnaryExpression: ["argument"],
  UpdateExpression: ["argument"],
  VariableDeclaration: ["declarations"],
  VariableDeclarator: ["id", "init"],
  WhileStatement: ["test", "body"],
  WithStatement: ["object", "body"],
  YieldExpression: ["argument"],
};

const none: readonly string[] = [];

type Slots = { [key: string]: AnyNode | (AnyNode | null)[] | null | undefined };

const slotsOf = (node: AnyNode) => node as unknown as Slots;

export function partNames(node: AnyNode): readonly string[] {
  return parts[node.type] ?? none;
}

/** The nodes directly inside a node, in the order of the text. */
export function childrenOf(node: AnyNode): AnyNode[] {
  const found: AnyNode[] = [];
  for (const key of partNames(node)) {
    const part = slotsOf(node)[key];
    if (Array.isArray(part)) for (const it of part) it && found.push(it);
    else if (part) found.push(part);
  }
  return found;
}

/** The part that the text of a node's value begins with, by the type of the node. */
export type FirstParts = { readonly [type: string]: string };

const firstParts: FirstParts = {
  AssignmentExpression: "left",
  AssignmentPattern: "left",
  BinaryExpression: "left",
  CallExpression: "callee",
  ChainExpression: "expression",
  ConditionalExpression: "test",
  ExpressionStatement: "expression",
  LogicalExpression: "left",
  MemberExpression: "object",
  MethodDefinition: "key",
  Property: "key",
  PropertyDefinition: "key",
  RestElement: "argument",
  SequenceExpression: "expressions",
  TaggedTemplateExpression: "tag",
};

/**
 * The node that the text of a node's value begins with: `a` of `a.b(c) + 1`.
 *
 * @param more - the parts of nodes that are not JavaScript's
 */
export function leftmostOf(given: AnyNode, more: FirstParts = {}): AnyNode {
  let node = given;
  for (;;) {
    const isPostfix = node.type === "UpdateExpression" && !node.prefix;
    const key = isPostfix ? "argument" : (firstParts[node.type] ?? more[node.type]);
    const part = key === undefined ? undefined : slotsOf(node)[key];
    const first = Array.isArray(part) ? part[0] : part;
    if (!first) return node;
    node = first;
  }
}

/**
 * Visits a node and all nodes in it, each before those in it, in the order of the text. However deep the nodes are, the stack
 * of the engine is not.
 *
 * @param visit - returns false where the nodes in a node are not to be visited
 */
export function forEachNode(
  root: AnyNode,
  visit: (node: AnyNode, parent: AnyNode | undefined) => unknown,
): void {
  const waiting: AnyNode[] = [root];
  const parents: (AnyNode | undefined)[] = [undefined];
  while (waiting.length > 0) {
    const node = waiting.pop() as AnyNode;
    if (visit(node, parents.pop()) === false) continue;
    pushChildren(node, waiting);
    while (parents.length < waiting.length) parents.push(node);
  }
}

/** Puts the nodes directly inside a node on a stack, the first of them on top. */
function pushChildren(node: AnyNode, stack: AnyNode[]): void {
  const keys = partNames(node);
  for (let at = keys.length - 1; at >= 0; at--) {
    const part = slotsOf(node)[keys[at] as string];
    if (Array.isArray(part)) {
      for (let index = part.length - 1; index >= 0; index--)
        if (part[index]) stack.push(part[index] as AnyNode);
    } else if (part) stack.push(part);
  }
}

/** Tells whether a node, or one in it, is as asked for. Nodes for which `enters` is false are not looked into. */
export function someNode(
  root: AnyNode,
  found: (node: AnyNode) => boolean,
  enters: (node: AnyNode) => boolean = () => true,
): boolean {
  let isFound = false;
  forEachNode(root, (node) => {
    isFound ||= found(node);
    return !isFound && (node === root || enters(node));
  });
  return isFound;
}

/** The replacement of a node: itself, another, or several statements. */
export type Replacement = AnyNode | readonly AnyNode[];

export interface Transformer {
  /** Is told of a node before those in it are visited. */
  readonly enter: (node: AnyNode, parent: AnyNode | undefined, key: string) => void;
  /** Replaces a node, once those in it are replaced. */
  readonly exit: (node: AnyNode, parent: AnyNode | undefined, key: string) => Replacement;
  /** Makes one statement of several, where only one can stand. */
  readonly asOne: (statements: readonly AnyNode[]) => AnyNode;
}

/** A node while those in it are replaced. */
interface OpenNode {
  readonly node: AnyNode;
  readonly key: string;
  readonly keys: readonly string[];
  nextKey: number;
  list: readonly (AnyNode | null)[] | undefined;
  nextItem: number;
  replaced: (AnyNode | null)[];
}

/** Replaces a node and all nodes in it, those inside first. However deep the nodes are, the stack of the engine is not. */
export function transform(root: AnyNode, { enter, exit, asOne }: Transformer): Replacement {
  const open: OpenNode[] = [];
  const begin = (node: AnyNode, key: string) => {
    enter(node, open.at(-1)?.node, key);
    open.push({ node, key, keys: partNames(node), nextKey: 0, list: undefined, nextItem: 0, replaced: [] });
  };
  begin(root, "");
  for (;;) {
    const top = open.at(-1) as OpenNode;
    const child = nextChild(top);
    if (child) {
      begin(child, top.keys[top.nextKey] as string);
      continue;
    }
    open.pop();
    const outer = open.at(-1);
    const result = exit(top.node, outer?.node, top.key);
    if (!outer) return result;
    settle(outer, result);
  }

  function settle(outer: OpenNode, result: Replacement): void {
    if (outer.list) {
      if (Array.isArray(result)) for (const it of result as AnyNode[]) outer.replaced.push(it);
      else outer.replaced.push(result as AnyNode);
      return;
    }
    const one = Array.isArray(result) ? asOne(result as AnyNode[]) : (result as AnyNode);
    slotsOf(outer.node)[outer.keys[outer.nextKey] as string] = one;
    outer.nextKey++;
  }
}

/** The next node to replace in an open one; the lists that are done are put in their places. */
function nextChild(open: OpenNode): AnyNode | undefined {
  const slots = slotsOf(open.node);
  while (open.nextKey < open.keys.length) {
    const key = open.keys[open.nextKey] as string;
    if (!open.list) {
      const part = slots[key];
      if (part && !Array.isArray(part)) return part;
      open.list = (part as (AnyNode | null)[] | null | undefined) ?? [];
      open.nextItem = 0;
      open.replaced = [];
    }
    while (open.nextItem < open.list.length) {
      const item = open.list[open.nextItem++] as AnyNode | null;
      if (item) return item;
      open.replaced.push(null);
    }
    if (slots[key]) slots[key] = open.replaced;
    open.list = undefined;
    open.nextKey++;
  }
  return undefined;
}
