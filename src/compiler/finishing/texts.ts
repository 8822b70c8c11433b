import type { AnyNode, CallExpression, Identifier, MemberExpression, Node } from "acorn";
import { textMarker } from "../lowering/text-marker.ts";
import type { Scopes, Variable } from "./scopes.ts";
import type { Script } from "./script.ts";

/**
 * Writes the values of templates, which `+` takes for something else where an object has a `valueOf` of its own, as those of
 * moment have. Only where there is any in the bundle, `String` is written around what may be such an object.
 *
 *   "at " + ZAPC_TEXT(date)   -> "at " + date   or   "at " + String(date)
 *
 * @param haveValues - whether there is any in the bundle
 */
export function writeTexts({ nodes, scopes, edit }: Script, haveValues: boolean): void {
  const needsText = (value: Node) => haveValues && !isNoObject(value, scopes);
  for (const call of nodes.ofType("CallExpression")) {
    const value = markedValue(call) as AnyNode | undefined;
    if (!value) continue;
    const { callee, end } = call;
    if (needsText(value)) edit.overwrite(callee.start, callee.end, "String");
    else {
      const isApart = /^(Identifier|Literal|This|Member|Call|New)/.test(value.type);
      edit.remove(callee.start, isApart ? value.start : callee.end);
      if (isApart) edit.remove(value.end, end);
    }
  }
  for (const { operator, left, right } of nodes.ofType("BinaryExpression")) {
    const value = operator === "+" && left.type === "Literal" && left.value === "" && markedValue(right);
    if (value && needsText(value)) edit.remove(left.start, right.start);
  }
}

/** `ZAPC_TEXT(date)` -> `date` */
function markedValue(node: Node): Node | undefined {
  const { type, callee, arguments: given } = node as CallExpression;
  const isMarked = type === "CallExpression" && callee.type === "Identifier" && callee.name === textMarker;
  return isMarked ? given[0] : undefined;
}

const functions = /^(String|Number|Boolean|encodeURIComponent|encodeURI|parseInt|parseFloat)$/;
// What is a text, a number or an array whatever it is called on.
const methods =
  /^(charAt|concat|format|getTime|indexOf|join|replace|slice|split|stringify|substr|substring|toFixed|toISOString|toLowerCase|toString|toUpperCase|trim|valueOf)$/;

/**
 * Whether a value is for sure no object with a `valueOf` of its own.
 *
 * @param isNoneElsewhere - whether what a variable of another section holds is none
 */
export function isNoObject(
  given: Node | undefined,
  { at }: Scopes,
  isNoneElsewhere = ({ elsewhere }: Variable): boolean => elsewhere?.isNoObject ?? false,
): boolean {
  const asked = new Set<Variable>();
  const isNone = (value: Node | undefined): boolean => {
    const node = value as AnyNode | undefined;
    switch (node?.type) {
      case "Literal":
      case "BinaryExpression":
      case "UnaryExpression":
      case "UpdateExpression":
        return true;
      case "LogicalExpression":
        return isNone(node.left) && isNone(node.right);
      case "ConditionalExpression":
        return isNone(node.consequent) && isNone(node.alternate);
      case "MemberExpression":
        return nameOf(node.property) === "length";
      case "CallExpression":
        return givesNoObject(node);
      case "Identifier": {
        const variable = at.get(node);
        if (!variable || asked.has(variable)) return Boolean(variable);
        if (variable.elsewhere) return isNoneElsewhere(variable);
        asked.add(variable);
        return variable.values.every(isNone);
      }
      default:
        return false;
    }
  };
  return isNone(given);
}

function givesNoObject({ callee }: CallExpression): boolean {
  if (callee.type === "Identifier") return functions.test(callee.name);
  return callee.type === "MemberExpression" && methods.test(nameOf((callee as MemberExpression).property));
}

function nameOf(node: Node): string {
  return (node as Partial<Identifier>).name ?? "";
}
