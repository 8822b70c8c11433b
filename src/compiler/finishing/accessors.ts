import type {
  AnyNode,
  CallExpression,
  Identifier,
  Literal,
  MemberExpression,
  Node,
  ObjectExpression,
  Property,
} from "acorn";
import type { Nodes } from "../nodes.ts";
import { markedMember } from "./chain-comments.ts";
import type { Scopes } from "./scopes.ts";

/** The names of the properties that have a getter or a setter; or any can, as not all are known. */
export type Accessors = readonly string[] | "any";

/** Whether reading something twice is like reading it once. */
export type IsPlain = (node: Node) => boolean;

// What `defineProperty` is called by the bundler, for what only reads.
const ofBundler = /^__(defProp|copyProps|export|toESM|toCommonJS)\d*$/;

/**
 * Tells of an expression whether it reads nothing but variables, `this` and properties that no accessor of the bundle can be
 * behind: then it can be read twice.
 */
export function plainReads(accessors: Accessors, scopes: Scopes): IsPlain {
  const names = accessors === "any" ? accessors : new Set(accessors);
  const isPlain = (given: Node): boolean => {
    const node = given as AnyNode;
    if (node.type === "Identifier" || node.type === "ThisExpression") return true;
    if (node.type !== "MemberExpression") return false;
    return isPlainKey(node) && markedMember(node) === undefined && isPlain(node.object);
  };
  const isPlainKey = ({ computed, property }: MemberExpression): boolean => {
    if (names === "any") return false;
    if (!computed) return !names.has((property as Identifier).name);
    if (property.type === "Literal") return !names.has(String(property.value));
    // Any of them can be meant.
    return names.size === 0 && property.type === "Identifier" && scopes.at.has(property);
  };
  return isPlain;
}

/** Finds the names of all properties that have a getter or a setter somewhere. */
export function accessorsIn(nodes: Nodes): Accessors {
  const names = new Set<string>();
  let isKnown = true;
  const add = (key: Node, computed: boolean) => {
    if (!computed && key.type === "Identifier") names.add((key as Identifier).name);
    else if (key.type === "Literal") names.add(String((key as Literal).value));
    else isKnown = false;
  };
  for (const { kind, key, computed } of nodes.ofType("Property")) if (kind !== "init") add(key, computed);
  nodes.ofType("CallExpression").forEach(addOfCall);
  return isKnown ? [...names] : "any";

  function addOfCall({ callee, arguments: [, key, described] }: CallExpression): void {
    const name = nameOf(callee);
    if (ofBundler.test(name) || !/^(__)?define(Property|Properties|Getter__|Setter__)$|^create$/.test(name))
      return;
    if (/Properties|create/.test(name)) addDescribed(key);
    else if (key && !(name === "defineProperty" && isValue(described))) add(key, true);
  }

  function addDescribed(described: Node | undefined): void {
    if (!described) return;
    if (described.type !== "ObjectExpression") isKnown = false;
    else {
      for (const it of (described as ObjectExpression).properties as Property[]) {
        if (!isValue(it.value)) add(it.key, it.computed);
      }
    }
  }
}

function nameOf(callee: CallExpression["callee"]): string {
  const named = callee.type === "MemberExpression" ? callee.property : callee;
  return named.type === "Identifier" ? named.name : "";
}

/** `{ value: 1 }` */
function isValue(described: Node | undefined): boolean {
  const { type, properties } = (described ?? {}) as ObjectExpression;
  return (
    type === "ObjectExpression" &&
    properties.some((it) => it.type === "Property" && (it.key as Identifier).name === "value")
  );
}
