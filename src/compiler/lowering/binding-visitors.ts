import type { Node } from "oxc-parser";
import type { Finder } from "./binding-finder.ts";
import type { Block } from "./bindings.ts";
import { childrenOf, is, isPattern, type Loop, type NodeOf } from "./syntax.ts";

function visitFunction(
  node: NodeOf<"FunctionDeclaration" | "FunctionExpression" | "ArrowFunctionExpression">,
  outer: Block,
  finder: Finder,
): void {
  const block = finder.inside(node, outer, true);
  if (node.type === "FunctionExpression" && node.id) {
    finder.declareName(node.id, "self", block);
    finder.refer(node.id, block);
  }
  for (const param of node.params) finder.declare(param, "parameter", { into: block, block });
  if (!node.body) return;
  if (is(node.body, "BlockStatement")) finder.visitAll(node.body.body, block);
  else finder.visit(node.body, block);
}

function visitClass(
  node: NodeOf<"ClassDeclaration" | "ClassExpression">,
  outer: Block,
  finder: Finder,
): void {
  if (node.type === "ClassDeclaration" && node.id) {
    finder.declareName(node.id, "class", outer);
    finder.refer(node.id, outer);
  }
  const block = finder.inside(node, outer);
  if (node.type === "ClassExpression" && node.id) {
    finder.declareName(node.id, "class", block);
    finder.refer(node.id, block);
  }
  finder.visitAll([node.superClass, ...node.body.body], block);
}

function visitLoop(node: Loop, outer: Block, finder: Finder): void {
  finder.visitAll(childrenOf(node), finder.inside(node, outer));
}

function visitLoopOver(
  node: NodeOf<"ForInStatement" | "ForOfStatement">,
  outer: Block,
  finder: Finder,
): void {
  const block = finder.inside(node, outer);
  if (is(node.left, "VariableDeclaration")) finder.visit(node.left, block);
  else finder.assign(node.left, block);
  finder.visit(node.right, outer);
  finder.visit(node.body, block);
}

function visitVariables(
  { declarations }: NodeOf<"VariableDeclaration">,
  kind: "let" | "member" | "var",
  block: Block,
  finder: Finder,
): void {
  const into = kind === "var" ? block.whole : block;
  for (const { id, init } of declarations) {
    finder.declare(id, kind, { into, block });
    if (init) finder.visit(init, block);
  }
}

/** What the nodes of each type declare and use. Of others, what stands in them is visited. */
export const visitors: {
  readonly [Type in Node["type"]]?: (node: NodeOf<Type>, block: Block, finder: Finder) => void;
} = {
  Identifier: (node, block, finder) => finder.refer(node, block),
  FunctionDeclaration: (node, block, finder) => {
    if (node.id) {
      finder.declareName(node.id, "function", block);
      finder.refer(node.id, block);
    }
    visitFunction(node, block, finder);
  },
  FunctionExpression: visitFunction,
  ArrowFunctionExpression: visitFunction,
  ClassDeclaration: visitClass,
  ClassExpression: visitClass,
  StaticBlock: (node, block, finder) => finder.visitAll(node.body, finder.inside(node, block, true)),
  PropertyDefinition: ({ key, computed, value }, block, finder) => {
    if (computed) finder.visit(key, block);
    if (value) finder.visit(value, finder.inside(value, block, true));
  },
  MethodDefinition: ({ key, computed, value }, block, finder) => {
    finder.visitAll([computed ? key : null, value], block);
  },
  BlockStatement: (node, block, finder) => finder.visitAll(node.body, finder.inside(node, block)),
  SwitchStatement: (node, block, finder) => {
    finder.visit(node.discriminant, block);
    finder.visitAll(node.cases, finder.inside(node, block));
  },
  CatchClause: (node, outer, finder) => {
    const block = finder.inside(node, outer);
    if (node.param)
      finder.declare(node.param, isPattern(node.param) ? "let" : "parameter", { into: block, block });
    finder.visitAll(node.body.body, block);
  },
  ForStatement: visitLoop,
  WhileStatement: visitLoop,
  DoWhileStatement: visitLoop,
  ForInStatement: visitLoopOver,
  ForOfStatement: visitLoopOver,
  VariableDeclaration: (node, block, finder) =>
    visitVariables(node, node.kind === "var" ? "var" : "let", block, finder),
  AssignmentExpression: ({ left, right }, block, finder) => {
    finder.assign(left, block);
    finder.visit(right, block);
  },
  UpdateExpression: ({ argument }, block, finder) => finder.assign(argument, block),
  MemberExpression: ({ object, property, computed }, block, finder) => {
    finder.visitAll([object, computed ? property : null], block);
  },
  Property: ({ key, computed, value }, block, finder) => {
    finder.visitAll([computed ? key : null, value], block);
  },
  LabeledStatement: ({ body }, block, finder) => finder.visit(body, block),
  BreakStatement: () => {},
  ContinueStatement: () => {},
  MetaProperty: () => {},
  ImportDeclaration: ({ specifiers }, block, finder) => {
    for (const it of specifiers) {
      if (it.type === "ImportSpecifier" && it.importKind === "type") continue;
      finder.declareName(it.local, "import", block);
      finder.refer(it.local, block);
    }
  },
  ExportNamedDeclaration: ({ declaration, specifiers, source }, block, finder) => {
    const isMember = is(block.node, "TSModuleDeclaration") && is(declaration, "VariableDeclaration");
    if (isMember) visitVariables(declaration, "member", block, finder);
    else if (declaration) finder.visit(declaration, block);
    const { id } = (declaration ?? {}) as { readonly id?: Node };
    if (is(id, "Identifier")) finder.export(id.name, block);
    if (source) return;
    for (const { local, exportKind } of specifiers) {
      if (exportKind !== "type" && is(local, "Identifier")) finder.refer(local, block);
    }
  },
  ExportAllDeclaration: () => {},
  TSEnumDeclaration: (node, outer, finder) => {
    const block = finder.ofNamed(node, outer);
    for (const { id } of node.body.members) if (is(id, "Identifier")) finder.declareName(id, "member", block);
    finder.visitAll(
      node.body.members.map(({ initializer }) => initializer),
      block,
    );
  },
  TSModuleDeclaration: (node, outer, finder) => {
    const block = finder.ofNamed(node, outer);
    finder.visitAll(node.body?.body ?? [], block);
  },
  TSImportEqualsDeclaration: ({ id, moduleReference }, block, finder) => {
    finder.declareName(id, "let", block);
    finder.refer(id, block);
    let first: Node = moduleReference;
    while (is(first, "TSQualifiedName")) first = first.left;
    if (is(first, "Identifier")) finder.refer(first, block);
  },
};
