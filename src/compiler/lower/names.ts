import { argumentsMarker, requireMarker } from "../bundle/markers.ts";
import * as make from "../tree/build.ts";
import type { Frame } from "../tree/frames.ts";
import type { AnyNode, NodeOf } from "../tree/nodes.ts";
import type { Variable } from "../tree/variables.ts";
import type { Lowering, Rows, Slot } from "./lowering.ts";

export const names: Rows = {
  Identifier: (node, lowering, place) => {
    if (node.variable || isName(node, place)) return node;
    if (node.name === requireMarker) return { ...node, name: "require" };
    if (node.name === argumentsMarker) return argumentsOfFunction({ ...node, name: "arguments" }, lowering);
    return node.name === "arguments" ? argumentsOfFunction(node, lowering) : node;
  },
  PrivateIdentifier: (node, lowering, { parent }) => {
    const name = privateName(node.name, lowering);
    const isKept = typeof name !== "string";
    if (isKept && parent && "computed" in parent) Object.assign(parent, { computed: true });
    const named = isKept ? make.reference(name) : make.identifier(name);
    return { ...named, start: node.start, end: node.end };
  },
  ThisExpression: (node, lowering) => thisOf(lowering, node),
  MetaProperty: (node, lowering) => (node.meta.name === "new" ? newTargetOf(lowering) : node),
};

/** Tells whether an identifier is the name of a property or a label. */
export function isName(node: NodeOf<"Identifier">, { parent, key }: Slot): boolean {
  switch (parent?.type) {
    case "MemberExpression":
      return key === "property" && !parent.computed;
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
      return key === "key" && !parent.computed && parent.value !== node;
    case "LabeledStatement":
    case "BreakStatement":
    case "ContinueStatement":
      return key === "label";
    case "MetaProperty":
    case "ExportSpecifier":
      return true;
    default:
      return false;
  }
}

/** The name of a `#private` member. */
function privateName(name: string, lowering: Lowering): string | Variable {
  for (const it of lowering.classes.toReversed()) {
    const own = it.privateNames.get(name);
    if (own !== undefined) return own;
  }
  return `_${name}`;
}

/** `arguments`, or the variable that holds them in functions inside that have others. */
function argumentsOfFunction(node: NodeOf<"Identifier">, lowering: Lowering): AnyNode {
  const { frame } = lowering;
  const owner = frame.ofThis;
  if (owner === frame) return node;
  owner.ownArguments ??= lowering.named(["_arguments"]);
  return { ...make.reference(owner.ownArguments), start: node.start, end: node.end };
}

/** `this`, or what stands for it in functions inside, and in what belongs to a class itself. */
export function thisOf(lowering: Lowering, node?: NodeOf<"ThisExpression">): AnyNode {
  const { frame } = lowering;
  const owner = frame.ofThis;
  const at = node ? { start: node.start, end: node.end } : {};
  if (owner.kind === "static field" || owner.kind === "static block") {
    return { ...make.reference(classOf(owner, lowering).variable), ...at };
  }
  const made = lowering.classesByFrame.get(owner);
  if (made?.object) return { ...make.reference(made.object), ...at };
  if (owner !== frame) {
    owner.self ??= lowering.named(["_this"]);
    return { ...make.reference(owner.self), ...at };
  }
  return node ?? make.thisValue();
}

function classOf(owner: Frame, lowering: Lowering) {
  const home = lowering.homes.get(owner.node);
  if (!home || !("class" in home)) throw new Error("A static member has no class.");
  return home.class;
}

/** `new.target`: only constructors and plain functions can be called with `new`. */
function newTargetOf(lowering: Lowering): AnyNode {
  const owner = lowering.frame.ofThis;
  const isMethod = lowering.homes.has(owner.node) && owner.kind !== "constructor";
  if (isMethod || /^(program|static)/.test(owner.kind)) return make.undefinedValue();
  owner.newTarget ??= lowering.named(["_newTarget"]);
  return make.reference(owner.newTarget);
}
