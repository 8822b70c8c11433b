/** A node of ESTree. The compiler, acorn and oxc have types of their own for it. */
export interface TreeNode {
  readonly type: string;
}

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

/** The values of a node's parts. */
export type Slots<N> = { [key: string]: N | (N | null)[] | null | undefined };

export function slotsOf<N extends TreeNode>(node: N): Slots<N> {
  return node as unknown as Slots<N>;
}

/** The names of the parts of a node that hold nodes, in the order of the text. */
export function partNames(node: TreeNode): readonly string[] {
  return parts[node.type] ?? none;
}

/** The nodes directly inside a node, in the order of the text. */
export function childrenOf<N extends TreeNode>(node: N): N[] {
  const found: N[] = [];
  for (const key of partNames(node)) {
    const part = slotsOf(node)[key];
    if (Array.isArray(part)) for (const it of part) it && found.push(it);
    else if (part) found.push(part);
  }
  return found;
}

/**
 * Visits a node and all nodes in it, each before those in it, in the order of the text. However deep the nodes are, the stack
 * of the engine is not.
 *
 * @param visit - returns false where the nodes in a node are not to be visited
 */
export function forEachNode<N extends TreeNode>(
  root: N,
  visit: (node: N, parent: N | undefined) => unknown,
): void {
  const waiting: N[] = [root];
  const parents: (N | undefined)[] = [undefined];
  while (waiting.length > 0) {
    const node = waiting.pop() as N;
    if (visit(node, parents.pop()) === false) continue;
    pushChildren(node, waiting);
    while (parents.length < waiting.length) parents.push(node);
  }
}

/** Puts the nodes directly inside a node on a stack, the first of them on top. */
function pushChildren<N extends TreeNode>(node: N, stack: N[]): void {
  const keys = partNames(node);
  for (let at = keys.length - 1; at >= 0; at--) {
    const part = slotsOf(node)[keys[at] as string];
    if (Array.isArray(part)) {
      for (let index = part.length - 1; index >= 0; index--) if (part[index]) stack.push(part[index] as N);
    } else if (part) stack.push(part);
  }
}

/** Tells whether a node, or one in it, is as asked for. Nodes for which `enters` is false are not looked into. */
export function someNode<N extends TreeNode>(
  root: N,
  found: (node: N) => boolean,
  enters: (node: N) => boolean = () => true,
): boolean {
  let isFound = false;
  forEachNode(root, (node) => {
    isFound ||= found(node);
    return !isFound && (node === root || enters(node));
  });
  return isFound;
}

/** The nodes that are as asked for, in the order of the text. Nodes for which `enters` is false are not looked into. */
export function nodesWhere<N extends TreeNode>(
  root: N,
  found: (node: N) => boolean,
  enters: (node: N) => boolean = () => true,
): N[] {
  const nodes: N[] = [];
  forEachNode(root, (node) => {
    if (found(node)) nodes.push(node);
    return enters(node);
  });
  return nodes;
}

export interface Visitor<N> {
  /** Comes to a node before those in it; returns false where these are not to be visited. */
  readonly enter: (node: N, parent: N | undefined) => unknown;
  /** Comes to a node that was entered after those in it. */
  readonly leave: (node: N) => void;
}

/** Enters and leaves a node and all nodes in it, in the order of the text. However deep they are, the stack of the engine is not. */
export function walk<N extends TreeNode>(root: N, { enter, leave }: Visitor<N>): void {
  const waiting: { node: N; parent: N | undefined; isEntered: boolean }[] = [
    { node: root, parent: undefined, isEntered: false },
  ];
  for (let next = waiting.at(-1); next; next = waiting.at(-1)) {
    const { node, parent, isEntered } = next;
    next.isEntered = true;
    if (isEntered || enter(node, parent) === false) {
      waiting.pop();
      if (isEntered) leave(node);
      continue;
    }
    for (const child of childrenOf(node).reverse())
      waiting.push({ node: child, parent: node, isEntered: false });
  }
}

/** Tells whether a node only names something that is no value: a property, a member, a label. */
export function isOnlyName(node: TreeNode, parent: TreeNode | undefined): boolean {
  const { key, property, label, computed } = (parent ?? {}) as {
    readonly [part in "key" | "property" | "label"]?: TreeNode;
  } & { readonly computed?: boolean };
  if (parent?.type === "MetaProperty" || label === node) return true;
  return !computed && (key === node || property === node);
}
