import { type AnyNode, is, isFunction, type NodeOf } from "../tree/nodes.ts";

/*
 * The names of variables that the source does not have. Those that only keep a value begin with `_`, so that a reader tells
 * them from those of the author.
 */

/** `this.account` -> `_account`; `getTicket()` -> `_ticket` */
export function namesOfValue(value: AnyNode): string[] {
  const noun = nounOf(value);
  return [noun === undefined ? "_value" : `_${noun}`];
}

/** The names of the list that a loop goes through, by what it lists: `Object.keys(a)` -> `keys` */
export function namesOfList(list: AnyNode): string[] {
  const noun = nounOf(list);
  return noun === undefined || !isPlural(noun) ? ["list"] : [noun, "list"];
}

/** The names of an item of a list, for a loop or a function that a list calls: of `tickets` it is a `ticket`. */
export function namesOfItem(list: AnyNode): string[] {
  const known = nameInCallback(list);
  if (known !== undefined) return [known, `_${known}`];
  const noun = nounOf(list);
  const singular = noun && singularOf(noun);
  return singular ? [singular, `_${singular}`] : ["_item"];
}

/** The name that the author gives an item, where the list is filtered or sorted: `filter((ticket) => …)` -> `ticket` */
function nameInCallback(list: AnyNode): string | undefined {
  let node = list;
  while (
    is(node, "CallExpression") &&
    is(node.callee, "MemberExpression") &&
    ofReceiver.test(nameOfCall(node))
  ) {
    const [callback] = node.arguments;
    const [first] = isFunction(callback) ? callback.params : [];
    if (is(first, "Identifier") && !first.variable?.isTemporary && nameOfCall(node) !== "map")
      return plainName(first.name);
    node = node.callee.object;
  }
  return undefined;
}

/** The index of a loop. */
export const indexNames: readonly string[] = ["i", "j", "k", "l", "m", "n"];

const nounOfCall: { readonly [method: string]: string } = {
  ...{ exec: "match", match: "matches", split: "parts", keys: "keys", values: "values", pairs: "pairs" },
  ...{ getOwnPropertyNames: "names", toString: "text", join: "text", stringify: "text", parse: "data" },
};
// The methods that give some of the items they are called on.
const ofReceiver = /^(concat|filter|map|reverse|slice|sort|splice|sortBy|toArray)$/;
const verb = /^(?:as|create|fetch|find|get|list|load|make|read|to)(?=[A-Z])/;

function nounOf(given: AnyNode): string | undefined {
  let node: AnyNode | undefined = given;
  while (node) {
    switch (node.type) {
      case "Identifier":
        return plainName(node.name);
      case "MemberExpression": {
        if (node.computed) return singularOf(nounOf(node.object) ?? "");
        return is(node.property, "Identifier") ? plainName(node.property.name) : undefined;
      }
      case "CallExpression": {
        const name = nameOfCall(node);
        if (!ofReceiver.test(name) || !is(node.callee, "MemberExpression")) return nounOfName(name);
        node = node.callee.object as AnyNode;
        break;
      }
      case "NewExpression":
        return is(node.callee, "Identifier") ? plainName(lowered(node.callee.name)) : undefined;
      case "FunctionExpression":
        return node.id ? plainName(node.id.name) : "function";
      case "ArrayExpression":
        return "values";
      case "ObjectExpression":
        return "object";
      case "LogicalExpression":
      case "AssignmentExpression":
        node = node.left as AnyNode;
        break;
      case "ConditionalExpression":
        node = isDefault(node.consequent) ? node.alternate : node.consequent;
        break;
      case "SequenceExpression":
        node = node.expressions.at(-1);
        break;
      default:
        return undefined;
    }
  }
  return undefined;
}

/** Tells whether a value only stands for another that may be missing: `a === undefined ? {} : a` */
function isDefault(node: AnyNode): boolean {
  return (
    is(node, "ObjectExpression", "ArrayExpression", "Literal") ||
    (is(node, "Identifier") && node.name === "undefined")
  );
}

function nameOfCall({ callee }: NodeOf<"CallExpression">): string {
  if (is(callee, "Identifier")) return callee.name;
  return is(callee, "MemberExpression") && is(callee.property, "Identifier") ? callee.property.name : "";
}

function nounOfName(name: string): string | undefined {
  if (Object.hasOwn(nounOfCall, name)) return nounOfCall[name];
  const noun = name.replace(verb, "");
  return noun !== name || isPlural(name) ? plainName(lowered(noun)) : undefined;
}

function lowered(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** A name without what says that it is no author's; nothing where no name is left. */
function plainName(name: string): string | undefined {
  const plain = name.replace(/^_+|_+$/g, "");
  return /^[A-Za-z$][\w$]*$/.test(plain) ? plain : undefined;
}

function isPlural(noun: string): boolean {
  return singularOf(noun) !== undefined;
}

function singularOf(noun: string): string | undefined {
  if (!/[a-z]s$/.test(noun) || /ss$|us$|is$/.test(noun)) return undefined;
  if (/ies$/.test(noun)) return `${noun.slice(0, -3)}y`;
  return /(?:s|x|z|ch|sh)es$/.test(noun) ? noun.slice(0, -2) : noun.slice(0, -1);
}
