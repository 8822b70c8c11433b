import { forEachNode, someNode } from "../../source/walk.ts";
import { type AnyClass, type AnyNode, is, isClass, isFunction, type NodeOf } from "../tree/nodes.ts";
import { type Variable, valuesOf } from "../tree/variables.ts";
import { isConstant } from "./values.ts";

const errors = /^(Error|EvalError|RangeError|ReferenceError|SyntaxError|TypeError|URIError)$/;

/** `class A extends Error` */
export function extendsError({ superClass }: AnyClass): boolean {
  return is(superClass, "Identifier") && !superClass.variable && errors.test(superClass.name);
}

/** `class A extends Map`: no function makes its objects, as a constructor of ES5 would be called. */
export function extendsNative({ superClass }: AnyClass): boolean {
  return is(superClass, "Identifier") && !superClass.variable && !callable.test(superClass.name);
}

const callable = new RegExp(`${errors.source}|^(Boolean|Number|Object|String|undefined)$`);

/** The names of all that classes extend, but for functions of ES5. */
export function extendedNames(program: AnyNode): string[] {
  const names: string[] = [];
  forEachNode(program, (it) => {
    const base = isClass(it) ? it.superClass : undefined;
    if (is(base, "Identifier") && !callable.test(base.name)) names.push(base.name);
  });
  return names;
}

/** The class that a variable holds, if it never holds anything else. */
export function classIn(variable: Variable): AnyClass | undefined {
  if (!isConstant(variable)) return undefined;
  const [value] = variable.bindings.flatMap(valuesOf);
  return isClass(value) ? value : undefined;
}

/** Tells whether `new` gives what a class and those that it extends made, and nothing that a constructor returned instead. */
export function givesThis(
  node: AnyClass,
  isExternalPlain = ({ external }: Variable): boolean => external?.givesThis ?? false,
): boolean {
  const asked = new Set<AnyClass>();
  for (let it: AnyClass | undefined = node; it; ) {
    // A class can extend itself, in code that fails.
    if (asked.has(it) || returnsOther(it)) return false;
    asked.add(it);
    const base = it.superClass as AnyNode | null | undefined;
    if (!base || extendsError(it)) return true;
    if (!is(base, "Identifier") || !base.variable) return false;
    if (base.variable.external) return isExternalPlain(base.variable);
    it = classIn(base.variable);
  }
  return false;
}

/** Tells whether a class extends a variable that holds another class for good: not `Error`, or what a function is given. */
export function extendsClass({ superClass }: AnyClass): boolean {
  if (!is(superClass, "Identifier") || !superClass.variable) return false;
  const { variable } = superClass;
  return variable.external?.isClass ?? classIn(variable) !== undefined;
}

/** Tells whether it is known which classes a class extends, up to one that extends nothing. */
export function extendsKnown(node: AnyClass): boolean {
  const asked = new Set<AnyClass>();
  for (let it: AnyClass | undefined = node; it && !asked.has(it); ) {
    asked.add(it);
    const base = it.superClass as AnyNode | null | undefined;
    if (!base || extendsError(it)) return true;
    if (!is(base, "Identifier") || !base.variable) return false;
    if (base.variable.external?.isConstant) return true;
    it = classIn(base.variable);
  }
  return false;
}

export function constructorOf({ body }: AnyClass): NodeOf<"MethodDefinition"> | undefined {
  return body.body.find(
    (it): it is NodeOf<"MethodDefinition"> => is(it, "MethodDefinition") && it.kind === "constructor",
  );
}

/** Tells whether the constructor of a class can return another object. */
function returnsOther(node: AnyClass): boolean {
  const made = constructorOf(node)?.value.body as AnyNode | undefined;
  if (!made) return false;
  return someNode(
    made,
    (it) => is(it, "ReturnStatement") && it.argument != null && !is(it.argument, "ThisExpression"),
    (it) => !isFunction(it),
  );
}
