import { isArrayOfArrays } from "../analyze/values.ts";
import * as make from "../tree/build.ts";
import type { Frame } from "../tree/frames.ts";
import {
  type AnyFunction,
  type AnyNode,
  type BindingPattern,
  type Comment,
  is,
  isPattern,
  type NodeOf,
} from "../tree/nodes.ts";
import type { Variable } from "../tree/variables.ts";
import { namesOfItem, namesOfValue } from "./hints.ts";
import type { Lowering, Rows, Slot } from "./lowering.ts";
import { asDeclarator, type PatternStep, stepsOf, variableDeclaration } from "./patterns.ts";

export const functions: Rows = {
  FunctionDeclaration: (node, lowering, place) => {
    return node.id ? make.functionDeclaration(loweredFunction(node, lowering, place), node.id) : node;
  },
  FunctionExpression: (node, lowering, place) => {
    // A class finishes its constructor.
    const isConstructor = is(place.parent, "MethodDefinition") && place.parent.kind === "constructor";
    return isConstructor ? node : loweredFunction(node, lowering, place);
  },
  ArrowFunctionExpression: (node, lowering, place) => loweredFunction(node, lowering, place),
};

/**
 * A function with parameters that are names only.
 *
 * @param opening - what comes before its own statements
 */
export function loweredFunction(
  node: AnyFunction,
  lowering: Lowering,
  place: Slot,
  opening: readonly AnyNode[] = [],
): NodeOf<"FunctionExpression"> {
  const { params, statements } = parametersOf(node, lowering, place);
  const { directives, rest } = bodyOf(node);
  const begun = (lowering.facts.plan.begun.get(node) ?? []).map(({ variable, parameter }) =>
    make.declare(variable, make.reference(parameter)),
  );
  const body = [
    ...directives,
    ...withPrologue(lowering.frame, lowering, [...statements, ...begun, ...opening, ...rest]),
  ];
  return {
    ...node,
    type: "FunctionExpression",
    params,
    body: is(node.body, "BlockStatement") ? { ...node.body, body } : make.block(body),
    async: false,
    generator: false,
  };
}

function bodyOf(node: AnyFunction): { directives: readonly AnyNode[]; rest: readonly AnyNode[] } {
  const { body } = node;
  if (node.async || node.generator) return { directives: [], rest: [failing(node)] };
  if (!is(body, "BlockStatement")) return { directives: [], rest: [make.returning(body)] };
  const first = body.body.findIndex(
    (it) => !is(it, "ExpressionStatement") || typeof it.directive !== "string",
  );
  const end = first === -1 ? body.body.length : first;
  return { directives: body.body.slice(0, end), rest: body.body.slice(end) };
}

/** The body of a package's function that cannot become ES5, and may be there where nothing runs it. */
function failing({ async }: AnyFunction): AnyNode {
  const text = async ? "An async function cannot run in ES5." : "A generator cannot run in ES5.";
  return make.throwing(make.newInstance(make.identifier("Error"), [make.literal(text)]));
}

/** Puts the declarations that statements and the functions inside need in front of the statements. */
export function withPrologue(frame: Frame, lowering: Lowering, statements: readonly AnyNode[]): AnyNode[] {
  const variables = [...lowering.hoistedIn(frame), ...frame.declared].map((it) =>
    make.declarator(make.reference(it)),
  );
  const prologue = [
    ...(frame.self ? [make.declare(frame.self, make.thisValue())] : []),
    ...(frame.ownArguments ? [make.declare(frame.ownArguments, make.identifier("arguments"))] : []),
    ...(frame.newTarget ? [newTarget(frame.newTarget, frame, lowering)] : []),
  ];
  if (variables.length === 0) return [...prologue, ...statements];
  const [first, ...others] = statements;
  const isEmpty = is(first, "VariableDeclaration") && first.declarations.every(({ init }) => !init);
  if (prologue.length > 0 || !isEmpty) return [make.declaration(variables), ...prologue, ...statements];
  return [{ ...first, declarations: [...first.declarations, ...variables] }, ...others];
}

/** The call of the function around a class or an object. */
export function callOfWrapper(node: AnyNode, lowering: Lowering, statements: readonly AnyNode[]): AnyNode {
  const frame = lowering.wrappers.get(node) as Frame;
  return make.call(make.functionOf([], withPrologue(frame, lowering, statements)), []);
}

/** `var _newTarget = this instanceof A ? this.constructor : undefined;` */
function newTarget(variable: Variable, frame: Frame, lowering: Lowering): AnyNode {
  const test = make.binary("instanceof", make.thisValue(), nameOfFunction(frame, lowering));
  const made = make.member(make.thisValue(), "constructor");
  const declared = make.declare(variable, make.conditional(test, made, make.undefinedValue()));
  const { node } = frame;
  // JSHint knows by its capital which function can be called by `new`.
  if (is(node, "FunctionDeclaration") && (node.id?.name ?? "") > "Z")
    declared.comments = { before: [thisIsValid] };
  return declared;
}

const thisIsValid: Comment = {
  text: "/* jshint validthis: true */",
  startsLine: true,
  endsLine: true,
  isAfterBlank: false,
};

/** The name of a function inside it; one without a name gets one. */
function nameOfFunction(frame: Frame, lowering: Lowering): AnyNode {
  const made = lowering.classesByFrame.get(frame);
  if (made) return make.reference(made.variable);
  const named = frame.node as AnyFunction;
  const variable = named.id?.variable ?? lowering.named(["_constructor"]);
  named.id ??= make.reference(variable);
  return make.reference(variable);
}

interface Parameters {
  readonly params: AnyNode[];
  /** The statements that make the other variables of those that are left. */
  readonly statements: AnyNode[];
}

function parametersOf(node: AnyFunction, lowering: Lowering, place: Slot): Parameters {
  const params: AnyNode[] = [];
  const statements: AnyNode[] = [];
  node.params.forEach((param, index) => {
    if (is(param, "Identifier")) params.push(param);
    else if (is(param, "RestElement")) statements.push(...restParameter(param, index, lowering));
    else {
      const left = is(param, "AssignmentPattern") ? param.left : param;
      const name = isPattern(left) ? parameterFor(left, { node, index, place }, lowering) : left;
      if (param.comments) name.comments = param.comments;
      params.push(name);
      if (is(param, "AssignmentPattern")) statements.push(...defaultOf(name, param.right));
      if (!isPattern(left)) return;
      const value = make.copyOf(name);
      const list = listOfItems(index, place);
      if (list && isArrayOfArrays(list)) lowering.arrays.add(value);
      statements.push(...declarationOf(left, value, lowering));
    }
  });
  return { params, statements };
}

/** `if (a === undefined) { a = 1; }` */
function defaultOf(name: AnyNode, value: AnyNode): AnyNode[] {
  if (is(value, "Identifier") && value.name === "undefined" && !value.variable) return [];
  const test = make.binary("===", make.copyOf(name), make.undefinedValue());
  return [make.ifStatement(test, [make.statement(make.assign(make.copyOf(name), value))])];
}

/** `var a = options.a, b = options.b;` */
function declarationOf(pattern: BindingPattern, value: AnyNode, lowering: Lowering): AnyNode[] {
  return declarationsOf(stepsOf(pattern, value, lowering, (it) => lowering.named(namesOfValue(it))));
}

export function declarationsOf(steps: readonly PatternStep[]): AnyNode[] {
  const declared = steps.flatMap((step) => (step.target ? [asDeclarator(step)] : []));
  return declared.length > 0 ? [variableDeclaration(declared)] : [];
}

/** `...rest` -> `var rest = Array.prototype.slice.call(arguments, 1);` */
function restParameter(param: NodeOf<"RestElement">, index: number, lowering: Lowering): AnyNode[] {
  const slice = make.member(make.member(make.identifier("Array"), "prototype"), "slice");
  const given = [make.identifier("arguments"), ...(index > 0 ? [make.literal(index)] : [])];
  const rest = make.callMethod(slice, "call", given);
  const { argument, comments } = param;
  if (!isPattern(argument)) return [{ ...make.declaration([make.declarator(argument, rest)]), comments }];
  const list = lowering.named(["_rest"]);
  const value = make.reference(list);
  lowering.arrays.add(value);
  return [{ ...make.declare(list, rest), comments }, ...declarationOf(argument, value, lowering)];
}

interface ParameterSlot {
  readonly node: AnyFunction;
  readonly index: number;
  readonly place: Slot;
}

/** The parameter that a pattern becomes, named after what it is. */
function parameterFor(pattern: BindingPattern, at: ParameterSlot, lowering: Lowering): AnyNode {
  const variable = lowering.named([
    ...namesOfParameter(pattern, at, lowering),
    is(pattern, "ArrayPattern") ? "list" : "options",
  ]);
  return make.at(pattern, make.reference(variable));
}

function namesOfParameter(
  pattern: AnyNode,
  { node, index, place }: ParameterSlot,
  lowering: Lowering,
): string[] {
  if (index === 0 && lowering.facts.methods.has(node)) return ["bundle"];
  const byType = lowering.facts.nameByType(pattern);
  return [...(byType ? [byType] : []), ...namesByCall(index, place)];
}

// The parameter that gets the items of a list, by the method.
const itemParameters: { readonly [method: string]: number } = {
  ...{ every: 0, filter: 0, find: 0, forEach: 0, map: 0, some: 0, each: 0, reduce: 1, reduceRight: 1 },
};

/** The names of the parameters of a function that is handed over: `z.request(…, function (error, response) {…})` */
function namesByCall(index: number, place: Slot): string[] {
  if (methodCalledWith(place)?.name === "request" && index === 1) return ["response"];
  const list = listOfItems(index, place);
  return list ? namesOfItem(list).filter((it) => !it.startsWith("_")) : [];
}

/** The list whose items a parameter gets: `list.map(function (item) {…})` */
function listOfItems(index: number, place: Slot): AnyNode | undefined {
  const { name, object } = methodCalledWith(place) ?? {};
  return name !== undefined && Object.hasOwn(itemParameters, name) && itemParameters[name] === index
    ? object
    : undefined;
}

/** The method that a function is handed over to. */
function methodCalledWith({
  parent,
  key,
}: Slot): { readonly name: string; readonly object: AnyNode } | undefined {
  if (!is(parent, "CallExpression") || key !== "arguments" || !is(parent.callee, "MemberExpression"))
    return undefined;
  const { object, property } = parent.callee;
  return { object, name: is(property, "Identifier") ? property.name : "" };
}
