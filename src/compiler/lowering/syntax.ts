import type { Node } from "oxc-parser";
import { oxc } from "../oxc.ts";

/** The nodes of a type. */
export type NodeOf<Type extends Node["type"]> = OfType<Node, Type>;

type OfType<Any extends Node, Type> = Any extends unknown ? (Type extends Any["type"] ? Any : never) : never;

/** Whether a node is of one of the types. */
export function is<Type extends Node["type"]>(
  node: Node | null | undefined,
  ...types: readonly Type[]
): node is NodeOf<Type> {
  return node !== null && node !== undefined && (types as readonly string[]).includes(node.type);
}

// What stands around an expression and is not there when it is evaluated.
const wrappers = [
  "ParenthesizedExpression",
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
  "TSTypeAssertion",
  "TSInstantiationExpression",
] as const;

/** `((a as B)!)` -> `a` */
export function unwrapped(node: Node): Node {
  return is(node, ...wrappers) ? unwrapped(node.expression) : node;
}

/** What stands in a node, in the order of the text. */
export function childrenOf(node: Node): Node[] {
  const children = node as unknown as { readonly [key: string]: Node | readonly (Node | null)[] | null };
  const found: Node[] = [];
  for (const key of oxc().visitorKeys[node.type] ?? []) {
    const child = children[key];
    if (!child) continue;
    if (!Array.isArray(child)) found.push(child as Node);
    else for (const it of child as readonly (Node | null)[]) if (it) found.push(it);
  }
  return found;
}

const withOwnThis = ["FunctionDeclaration", "FunctionExpression"] as const;

/** Whether a node is a function, as an arrow or not. */
export function isFunction(
  node: Node,
): node is NodeOf<"FunctionDeclaration" | "FunctionExpression" | "ArrowFunctionExpression"> {
  return is(node, ...withOwnThis, "ArrowFunctionExpression");
}

const loops = [
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "WhileStatement",
  "DoWhileStatement",
] as const;

export type Loop = NodeOf<(typeof loops)[number]>;

export function isLoop(node: Node | null | undefined): node is Loop {
  return is(node, ...loops);
}

export type Pattern = NodeOf<"ObjectPattern" | "ArrayPattern">;

export function isPattern(node: Node | null | undefined): node is Pattern {
  return is(node, "ObjectPattern", "ArrayPattern");
}

/** What a pattern sets: `{ a, b: [c.d = 1] }` -> `a`, `c.d` */
export function targetsOf(pattern: Node | null): Node[] {
  if (is(pattern, "ObjectPattern")) {
    return pattern.properties.flatMap((it) => targetsOf(it.type === "RestElement" ? it.argument : it.value));
  }
  if (is(pattern, "ArrayPattern")) return pattern.elements.flatMap(targetsOf);
  if (is(pattern, "AssignmentPattern")) return targetsOf(pattern.left);
  if (is(pattern, "RestElement")) return targetsOf(pattern.argument);
  return pattern ? [pattern] : [];
}

/** `a`, `"a-b"`, `1`, and not `[a]` -> the key as a text */
export function keyName({
  key,
  computed,
}: {
  readonly key: Node;
  readonly computed: boolean;
}): string | undefined {
  if (!computed && is(key, "Identifier", "PrivateIdentifier")) return key.name;
  return is(key, "Literal") && (typeof key.value === "string" || typeof key.value === "number")
    ? String(key.value)
    : undefined;
}

/** Whether a declaration is of a type, or of what is somewhere else: nothing of it is left in ES5. */
export function isOfTypes(node: Node): boolean {
  if ("declare" in node && node.declare) return true;
  if (is(node, "TSModuleDeclaration")) return !node.body?.body.some((it) => !isOfTypes(it));
  if (is(node, "ImportDeclaration", "TSImportEqualsDeclaration")) return node.importKind === "type";
  if (is(node, "ExportDefaultDeclaration")) return isOfTypes(node.declaration);
  if (is(node, "ExportAllDeclaration")) return node.exportKind === "type";
  if (is(node, "ExportNamedDeclaration")) {
    return node.exportKind === "type" || (node.declaration !== null && isOfTypes(node.declaration));
  }
  return is(
    node,
    "TSInterfaceDeclaration",
    "TSTypeAliasDeclaration",
    "TSDeclareFunction",
    "TSNamespaceExportDeclaration",
  );
}

/** `A.B.C` -> the names */
export function namesOf(node: Node): NodeOf<"Identifier">[] {
  if (is(node, "TSQualifiedName")) return [...namesOf(node.left), ...namesOf(node.right)];
  return is(node, "Identifier") ? [node] : [];
}
