import { type AnyNode, is, type NodeOf } from "../tree/nodes.ts";
import { type Variable, valuesOf } from "../tree/variables.ts";

const functions = /^(String|Number|Boolean|encodeURIComponent|encodeURI|parseInt|parseFloat)$/;
// The methods that give a text, a number or an array, whatever they are called on.
const methods =
  /^(charAt|concat|format|getTime|indexOf|join|replace|slice|split|stringify|substr|substring|toFixed|toISOString|toLowerCase|toString|toUpperCase|trim|valueOf)$/;

/**
 * Tells whether a value is never an object with a `valueOf` of its own.
 *
 * @param isExternalPrimitive - whether that holds of a variable of another module
 */
export function isPrimitive(
  node: AnyNode | undefined,
  isExternalPrimitive = ({ external }: Variable): boolean => external?.isPrimitive ?? false,
): boolean {
  const asked = new Set<Variable>();
  const waiting = [node];
  while (waiting.length > 0) {
    const parts = partsOf(waiting.pop());
    if (!parts) return false;
    waiting.push(...parts);
  }
  return true;

  /** The values that must be primitive for a node to be; undefined where it is not known. */
  function partsOf(given: AnyNode | undefined): readonly (AnyNode | undefined)[] | undefined {
    switch (given?.type) {
      case "Literal":
      case "TemplateLiteral":
      case "BinaryExpression":
      case "UnaryExpression":
      case "UpdateExpression":
        return [];
      case "LogicalExpression":
        return [given.left, given.right];
      case "ConditionalExpression":
        return [given.consequent, given.alternate];
      case "MemberExpression":
        return propertyName(given) === "length" ? [] : undefined;
      case "CallExpression":
        return givesPrimitive(given) ? [] : undefined;
      case "Identifier":
        return valuesIn(given);
      default:
        return undefined;
    }
  }

  function valuesIn({ variable, name }: NodeOf<"Identifier">): readonly (AnyNode | undefined)[] | undefined {
    if (!variable) return name === "undefined" ? [] : undefined;
    if (asked.has(variable)) return [];
    asked.add(variable);
    if (variable.external) return isExternalPrimitive(variable) ? [] : undefined;
    return variable.bindings.length > 0 ? variable.bindings.flatMap(valuesOf) : undefined;
  }
}

function givesPrimitive({ callee }: NodeOf<"CallExpression">): boolean {
  if (is(callee, "Identifier")) return functions.test(callee.name) && !callee.variable;
  return is(callee, "MemberExpression") && methods.test(propertyName(callee) ?? "");
}

function propertyName({ property, computed }: NodeOf<"MemberExpression">): string | undefined {
  return !computed && is(property, "Identifier") ? property.name : undefined;
}

/** Tells whether a variable gets one value that is known, and no other. */
export function isConstant({ external, bindings }: Variable): boolean {
  if (external) return external.isConstant;
  const values = new Set(bindings.flatMap(valuesOf));
  return values.size === 1 && !values.has(undefined);
}

/** Tells whether nothing is assigned to a variable after it has its first value. */
export function isSteady({ external, bindings }: Variable): boolean {
  if (external) return external.isConstant;
  const values = bindings.flatMap(valuesOf);
  const [first] = values;
  return (
    bindings.length > 0 &&
    (values.length === 1 || (first !== undefined && values.every((it) => it === first)))
  );
}

/** Tells whether a variable holds a CommonJS module, as esbuild imports it: `var import_tiny = __toESM(require_tiny());` */
export function holdsCommonJs({ external, bindings }: Variable): boolean {
  if (external) return external.isCommonJs;
  const [value] = bindings.flatMap(valuesOf);
  if (!is(value, "CallExpression") || !is(value.callee, "Identifier")) return false;
  return /^(__toESM\d*|require_\w+)$/.test(value.callee.name);
}
