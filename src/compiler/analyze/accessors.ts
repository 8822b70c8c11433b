import { forEachNode } from "../../source/walk.ts";
import { type AnyNode, is, isPattern, type Keyed, keyName, type NodeOf } from "../tree/nodes.ts";

/** The properties that have a getter or a setter somewhere. */
export interface Accessors {
  readonly names: readonly string[];
  /** True if there can be others, as it is not known of all what they are called. */
  readonly isOpen: boolean;
}

const definers = ["defineProperty", "defineProperties", "create", "__defineGetter__", "__defineSetter__"];
// `create` is the name of much else: it counts where it is given properties.
const rareNames = definers.filter((name) => name !== "create");

/** Finds the properties that code gives a getter or a setter. */
export function accessorsIn(program: AnyNode, isGlobal: (node: AnyNode) => boolean): Accessors {
  const names = new Set<string>();
  let isOpen = false;
  const add = (key: string | undefined) => {
    if (key === undefined) isOpen = true;
    else names.add(key);
  };
  forEachNode(program, (node, parent) => {
    if (is(node, "Property") && !isPattern(parent) && node.kind !== "init") add(keyName(node as Keyed));
    else if (is(node, "MethodDefinition") && /^[gs]et$/.test(node.kind)) {
      add(is(node.key, "PrivateIdentifier") ? `#${node.key.name}` : keyName(node as Keyed));
    } else if (is(node, "CallExpression")) addOfCall(node);
    else if (isHandedOn(node, parent, isGlobal)) isOpen = true;
  });
  return { names: [...names].sort(), isOpen };

  function addOfCall({ callee, arguments: [object, key, described] }: NodeOf<"CallExpression">): void {
    const name = definerName(callee as AnyNode);
    if (name === "defineProperty" && !isValue(described)) add(constantKey(key));
    else if (name === "__defineGetter__" || name === "__defineSetter__") add(constantKey(object));
    else if (name === "defineProperties" || name === "create") addDescribed(key);
  }

  function addDescribed(described: AnyNode | undefined): void {
    if (!described) return;
    if (!is(described, "ObjectExpression")) isOpen = true;
    else {
      for (const it of described.properties) {
        if (!is(it, "Property")) isOpen = true;
        else if (!isValue(it.value)) add(keyName(it as Keyed));
      }
    }
  }
}

/** The name of a function that gives objects properties, where it is called by that. */
function definerName(callee: AnyNode): string | undefined {
  const name = is(callee, "MemberExpression")
    ? memberName(callee)
    : is(callee, "Identifier")
      ? callee.name
      : undefined;
  return name !== undefined && definers.includes(name) ? name : undefined;
}

function memberName({ property, computed }: NodeOf<"MemberExpression">): string | undefined {
  return keyName({ key: property as AnyNode, computed });
}

function constantKey(key: AnyNode | undefined): string | undefined {
  return key && keyName({ key, computed: true });
}

/** `{ value: 1 }` */
function isValue(described: AnyNode | undefined): boolean {
  if (!is(described, "ObjectExpression")) return false;
  const names = described.properties.map((it) => (is(it, "Property") ? keyName(it as Keyed) : undefined));
  return (
    names.includes("value") && !names.includes("get") && !names.includes("set") && !names.includes(undefined)
  );
}

/** Tells whether a function that gives objects properties can be called under another name from here on. */
function isHandedOn(
  node: AnyNode,
  parent: AnyNode | undefined,
  isGlobal: (node: AnyNode) => boolean,
): boolean {
  if (is(node, "Literal")) return rareNames.includes(String(node.value)) && !is(parent, "MemberExpression");
  if (is(node, "MemberExpression")) {
    const name = memberName(node);
    if (name === undefined) return isObjectGlobal(node.object as AnyNode, isGlobal);
    const isDefiner =
      rareNames.includes(name) || (name === "create" && isObjectGlobal(node.object as AnyNode, isGlobal));
    return isDefiner && !(is(parent, "CallExpression") && parent.callee === node);
  }
  if (is(node, "Property") && isPattern(parent)) return definers.includes(keyName(node as Keyed) ?? "");
  return isObjectGlobal(node, isGlobal) && !isPlainUse(node, parent);
}

function isObjectGlobal(node: AnyNode, isGlobal: (node: AnyNode) => boolean): boolean {
  return is(node, "Identifier") && /^(Object|Reflect)$/.test(node.name) && isGlobal(node);
}

/** `Object.keys`, `Object(a)`, `a instanceof Object`, `typeof Object` */
function isPlainUse(node: AnyNode, parent: AnyNode | undefined): boolean {
  return (
    (is(parent, "MemberExpression") && parent.object === node) ||
    (is(parent, "CallExpression", "NewExpression") && parent.callee === node) ||
    is(parent, "BinaryExpression", "UnaryExpression")
  );
}
