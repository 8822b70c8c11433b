import type { Variable } from "./variables.ts";

/*
 * The nodes of JavaScript as oxc gives them (ESTree), with the notes of the compiler. A node can hold any other:
 * the lowering puts statements and expressions of ES5 in the places of those that ES5 does not have.
 */

/** A comment as it is written: its first line without indentation, the others as far in as they stand from the first. */
export interface Comment {
  readonly text: string;
  /** True if it begins its line; `endsLine` is true if the line ends behind it. */
  readonly startsLine: boolean;
  readonly endsLine: boolean;
  /** True if a blank line stands above it. */
  readonly isAfterBlank: boolean;
  /** True if it stood inside of the node that it is now above. */
  readonly isMoved?: boolean;
}

/** A comment that stood in the middle of a line, on one of its own. */
export function movedComment(comment: Comment): Comment {
  return { ...comment, startsLine: true, endsLine: true, isMoved: true };
}

/** The comments of a node: in front of it, behind it, and inside of it where it holds nothing else. */
export interface NodeComments {
  before?: readonly Comment[];
  after?: readonly Comment[];
  inside?: readonly Comment[];
}

interface Base<Type extends string> {
  type: Type;
  /** The offset in the text that was parsed; -1 for a node that is not in it. */
  start: number;
  end: number;
  comments?: NodeComments | undefined;
  /** True if a blank line stands above this statement or member: below comments that stand above it in the source. */
  isAfterBlank?: boolean | undefined;
  /** True if the parts of this list stand on lines of their own. */
  isBroken?: boolean | undefined;
}

type N = AnyNode;
type Maybe = AnyNode | null;
type Many = readonly AnyNode[];

export type ClassMember = NodeOf<"MethodDefinition" | "PropertyDefinition" | "StaticBlock">;

/** A property or a member of a class, by its key. */
export interface Keyed {
  readonly key: AnyNode;
  readonly computed: boolean;
}

/** The properties of each type of node besides its place. */
interface NodeProperties {
  Identifier: {
    name: string;
    /** The variable that it stands for; absent for the name of a property, a label or a global. */
    variable?: Variable | undefined;
  };
  PrivateIdentifier: { name: string };
  Literal: {
    value: string | number | boolean | null | RegExp | bigint;
    raw?: string | undefined;
    regex?: { pattern: string; flags: string } | undefined;
    bigint?: string | undefined;
  };
  ThisExpression: object;
  Super: object;
  ArrayExpression: { elements: readonly Maybe[] };
  ObjectExpression: { properties: Many };
  Property: Keyed & { kind: "init" | "get" | "set"; value: N; shorthand: boolean; method: boolean };
  SpreadElement: { argument: N };
  TemplateLiteral: { quasis: readonly NodeOf<"TemplateElement">[]; expressions: Many };
  TemplateElement: { value: { raw: string; cooked: string | null } };
  TaggedTemplateExpression: { tag: N; quasi: NodeOf<"TemplateLiteral"> };
  MemberExpression: { object: N; property: N; computed: boolean; optional: boolean };
  CallExpression: { callee: N; arguments: Many; optional: boolean };
  NewExpression: { callee: N; arguments: Many };
  ChainExpression: { expression: N };
  UnaryExpression: { operator: string; argument: N };
  UpdateExpression: { operator: string; argument: N; prefix: boolean };
  BinaryExpression: { operator: string; left: N; right: N };
  LogicalExpression: { operator: "&&" | "||" | "??"; left: N; right: N };
  AssignmentExpression: { operator: string; left: N; right: N };
  ConditionalExpression: { test: N; consequent: N; alternate: N };
  SequenceExpression: { expressions: Many };
  FunctionExpression: FunctionParts & { body: NodeOf<"BlockStatement"> };
  ArrowFunctionExpression: FunctionParts;
  ClassExpression: ClassParts;
  MetaProperty: { meta: NodeOf<"Identifier">; property: NodeOf<"Identifier"> };
  ImportExpression: { source: N };
  AwaitExpression: { argument: N };
  YieldExpression: { argument: Maybe };
  ObjectPattern: { properties: readonly NodeOf<"Property" | "RestElement">[] };
  ArrayPattern: { elements: readonly Maybe[] };
  AssignmentPattern: { left: N; right: N };
  RestElement: { argument: N };
  ClassBody: { body: readonly ClassMember[] };
  MethodDefinition: Keyed & {
    kind: "constructor" | "method" | "get" | "set";
    value: NodeOf<"FunctionExpression">;
    static: boolean;
  };
  PropertyDefinition: Keyed & { value: Maybe; static: boolean };
  StaticBlock: { body: Many };
  Program: { body: Many };
  ExpressionStatement: { expression: N; directive?: string | null | undefined };
  BlockStatement: { body: Many };
  EmptyStatement: object;
  DebuggerStatement: object;
  WithStatement: { object: N; body: N };
  ReturnStatement: { argument: Maybe };
  ThrowStatement: { argument: N };
  BreakStatement: { label: NodeOf<"Identifier"> | null };
  ContinueStatement: { label: NodeOf<"Identifier"> | null };
  LabeledStatement: { label: NodeOf<"Identifier">; body: N };
  IfStatement: { test: N; consequent: N; alternate: Maybe };
  SwitchStatement: { discriminant: N; cases: readonly NodeOf<"SwitchCase">[] };
  SwitchCase: { test: Maybe; consequent: Many };
  TryStatement: {
    block: NodeOf<"BlockStatement">;
    handler: NodeOf<"CatchClause"> | null;
    finalizer: NodeOf<"BlockStatement"> | null;
  };
  CatchClause: { param: Maybe; body: NodeOf<"BlockStatement"> };
  WhileStatement: { test: N; body: N };
  DoWhileStatement: { test: N; body: N };
  ForStatement: { init: Maybe; test: Maybe; update: Maybe; body: N };
  ForInStatement: { left: N; right: N; body: N };
  ForOfStatement: { left: N; right: N; body: N };
  FunctionDeclaration: FunctionParts & { body: NodeOf<"BlockStatement"> };
  ClassDeclaration: ClassParts;
  VariableDeclaration: { kind: string; declarations: readonly NodeOf<"VariableDeclarator">[] };
  VariableDeclarator: { id: N; init: Maybe };
  ImportDeclaration: { specifiers: readonly { local: NodeOf<"Identifier"> }[] };
  ExportNamedDeclaration: {
    declaration: Maybe;
    specifiers: readonly NodeOf<"ExportSpecifier">[];
    source: Maybe;
  };
  ExportSpecifier: { local: N; exported: N };
  ExportAllDeclaration: { source: N };
  ExportDefaultDeclaration: { declaration: N };
}

interface FunctionParts {
  id: NodeOf<"Identifier"> | null;
  params: Many;
  /** A block, or the expression that an arrow gives. */
  body: N;
  async: boolean;
  generator: boolean;
}

interface ClassParts {
  id: NodeOf<"Identifier"> | null;
  superClass: Maybe;
  body: NodeOf<"ClassBody">;
}

export type NodeType = keyof NodeProperties;

/** The nodes of a type. */
export type NodeOf<Type extends NodeType> = { [T in Type]: Base<T> & NodeProperties[T] }[Type];

export type AnyNode = NodeOf<NodeType>;

/** Tells whether a node is of one of the types. Nearly each question names one or two: for these no list is made. */
export function is<Type extends NodeType>(
  node: { readonly type: string } | null | undefined,
  first: Type,
  second?: Type,
  ...others: readonly Type[]
): node is NodeOf<Type> {
  if (!node) return false;
  const { type } = node;
  return type === first || type === second || (others as readonly string[]).includes(type);
}

const loops = [
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "WhileStatement",
  "DoWhileStatement",
] as const;

export type Loop = NodeOf<(typeof loops)[number]>;

export function isLoop(node: AnyNode | null | undefined): node is Loop {
  return is(node, ...loops);
}

const functions = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"] as const;

export type AnyFunction = NodeOf<(typeof functions)[number]>;

export function isFunction(node: AnyNode | null | undefined): node is AnyFunction {
  return is(node, ...functions);
}

export type AnyClass = NodeOf<"ClassDeclaration" | "ClassExpression">;

export function isClass(node: AnyNode | null | undefined): node is AnyClass {
  return is(node, "ClassDeclaration", "ClassExpression");
}

/** A link of a chain: `.name`, `[key]` or `(…)`. */
export type ChainLink = NodeOf<"MemberExpression" | "CallExpression">;

export type BindingPattern = NodeOf<"ObjectPattern" | "ArrayPattern">;

export function isPattern(node: AnyNode | null | undefined): node is BindingPattern {
  return is(node, "ObjectPattern", "ArrayPattern");
}

/** The targets of a pattern: `{ a, b: [c.d = 1] }` -> `a`, `c.d` */
export function targetsOf(pattern: AnyNode | null): AnyNode[] {
  if (is(pattern, "ObjectPattern")) {
    return pattern.properties.flatMap((it) => targetsOf(is(it, "RestElement") ? it.argument : it.value));
  }
  if (is(pattern, "ArrayPattern")) return pattern.elements.flatMap(targetsOf);
  if (is(pattern, "AssignmentPattern")) return targetsOf(pattern.left);
  if (is(pattern, "RestElement")) return targetsOf(pattern.argument);
  return pattern ? [pattern] : [];
}

/** The name of a property that is known while it is compiled: of `a`, `"a"`, `1` and `["a"]`, and not of `[a]`. */
export function keyName({ key, computed }: Keyed): string | undefined {
  if (!computed && is(key, "Identifier")) return key.name;
  const isConstant = is(key, "Literal") && (typeof key.value === "string" || typeof key.value === "number");
  return isConstant ? String(key.value) : undefined;
}
