import { type AnyNode, is, isFunction, type NodeOf } from "../tree/nodes.ts";
import type { Binding } from "../tree/scope.ts";
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
  return holdsOfParts(node, (given) => {
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
      case "Identifier": {
        const { variable, name } = given;
        if (!variable) return name === "undefined" ? [] : undefined;
        if (variable.external) return isExternalPrimitive(variable) ? [] : undefined;
        return variable.bindings.length > 0 ? variable.bindings.flatMap(valuesOf) : undefined;
      }
      default:
        return undefined;
    }
  });
}

/** Tells whether a value is certainly an array. */
export function isArray(node: AnyNode): boolean {
  return holdsOfParts(node, (given) => {
    switch (given?.type) {
      case "ArrayExpression":
        return [];
      case "LogicalExpression":
        return [given.left, given.right];
      case "ConditionalExpression":
        return [given.consequent, given.alternate];
      case "CallExpression":
        return arrayOfCall(given);
      case "Identifier": {
        const bindings = given.variable?.bindings ?? [];
        return bindings.length > 0 ? bindings.flatMap(valuesButRest) : undefined;
      }
      default:
        return undefined;
    }
  });
}

/**
 * Tells whether a value is certainly an array of arrays: `Object.entries(a).filter(b)`. A variable may have got other items since
 * it got its value.
 */
export function isArrayOfArrays(node: AnyNode): boolean {
  return holdsOfParts(node, (given) => {
    if (is(given, "ArrayExpression"))
      return given.elements.every((it) => it !== null && isArray(it)) ? [] : undefined;
    if (!is(given, "CallExpression") || !is(given.callee, "MemberExpression")) return undefined;
    return keepsItems.test(propertyName(given.callee) ?? "") ? arrayOfCall(given) : undefined;
  });
}

/**
 * Tells whether something holds of a value, because it holds of all that the value is made of.
 *
 * @param partsOf - the values of which it must hold for it to hold of one; undefined where it does not hold
 */
function holdsOfParts(
  node: AnyNode | undefined,
  partsOf: (node: AnyNode | undefined) => readonly (AnyNode | undefined)[] | undefined,
): boolean {
  const asked = new Set<Variable>();
  const waiting = [node];
  while (waiting.length > 0) {
    const given = waiting.pop();
    const variable = is(given, "Identifier") ? given.variable : undefined;
    if (variable && asked.has(variable)) continue;
    if (variable) asked.add(variable);
    const parts = partsOf(given);
    if (!parts) return false;
    waiting.push(...parts);
  }
  return true;
}

const givesArray: { readonly [object: string]: RegExp } = {
  Array: /^(from|of)$/,
  Object: /^(entries|getOwnPropertyNames|keys|values)$/,
};
// `Object.entries`, and the methods of an array that give some of its items.
const keepsItems = /^(entries|filter|reverse|slice|sort|splice)$/;
// The methods of an array that give one.
const keepsArray = /^(concat|filter|flat|flatMap|map|reverse|slice|sort|splice)$/;

/** The values that must be arrays for a call to give one. */
function arrayOfCall({ callee }: NodeOf<"CallExpression">): readonly AnyNode[] | undefined {
  if (is(callee, "Identifier")) return isArrayHelper(callee) ? [] : undefined;
  if (!is(callee, "MemberExpression")) return undefined;
  const { object } = callee;
  const name = propertyName(callee) ?? "";
  if (name === "split") return [];
  if (keepsArray.test(name)) return [object];
  const isGlobal = is(object, "Identifier") && !object.variable;
  return isGlobal && givesArray[object.name]?.test(name) ? [] : undefined;
}

/** Tells whether a name is that of a helper that gives an array, where a spread or a pattern is lowered already. */
function isArrayHelper({ variable }: NodeOf<"Identifier">): boolean {
  return variable?.bindings.length === 0 && /^__(concat|read)$/.test(variable.wanted[0] ?? "");
}

/** The values of a binding, but for the array that it has as the parameter of all further arguments. */
function valuesButRest(binding: Binding): (AnyNode | undefined)[] {
  const references = binding.references.filter(({ isDeclaration }) => !isDeclaration);
  return valuesOf(isRest(binding) ? { ...binding, references } : binding);
}

function isRest({ kind, name, scope: { node } }: Binding): boolean {
  const last = kind === "parameter" && isFunction(node) ? node.params.at(-1) : undefined;
  return is(last, "RestElement") && is(last.argument, "Identifier") && last.argument.name === name;
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
