import { constructorOf, extendsClass, extendsNative } from "../analyze/classes.ts";
import * as make from "../tree/build.ts";
import { type AnyNode, is, type NodeOf } from "../tree/nodes.ts";
import { fieldStatement, isSet, placed } from "./class-members.ts";
import type { ClassState } from "./class-state.ts";
import { loweredFunction, withPrologue } from "./functions.ts";
import type { Lowering } from "./lowering.ts";
import { nativeObject, objectOfBase } from "./super.ts";

/** The function that makes the objects of a class. */
export function constructorFunction(state: ClassState, lowering: Lowering): NodeOf<"FunctionExpression"> {
  const { constructorFrame, node } = state;
  lowering.begin(constructorFrame);
  const written = constructorOf(node)?.value;
  const made = written ? writtenConstructor(written, state, lowering) : impliedConstructor(state, lowering);
  lowering.end();
  return made;
}

function writtenConstructor(
  written: NodeOf<"FunctionExpression">,
  state: ClassState,
  lowering: Lowering,
): NodeOf<"FunctionExpression"> {
  const setting = settingOf(state, lowering);
  const place = { parent: state.node, key: "" };
  if (state.construction === "alone") return loweredFunction(written, lowering, place, setting);
  const body = written.body.body;
  const finished = (statements: readonly AnyNode[]) => {
    const block = { ...written.body, body: [...statements, ...objectGiven(state, statements)] };
    return loweredFunction({ ...written, body: block }, lowering, place);
  };
  const index = body.findIndex(
    (it) => is(it, "ExpressionStatement") && it.expression === state.superExpression,
  );
  if (index === -1) return finished([...fieldsFunction(state, setting), ...body]);
  const [before, rest] = [body.slice(0, index), body.slice(index + 1)];
  const statement = body[index] as NodeOf<"ExpressionStatement">;
  return finished([...before, givenBy(statement, state), ...setting, ...rest]);
}

/** `A.call(this) || this` -> `var _this = A.call(this) || this;`, or `return A.call(this) || this;` where that is all */
function givenBy(
  statement: NodeOf<"ExpressionStatement">,
  { construction, object, constructorFrame }: ClassState,
): AnyNode {
  if (construction !== "other") return statement;
  constructorFrame.self = undefined;
  const { expression, start, end, comments, isAfterBlank } = statement;
  const made = object ? make.declare(object, expression) : make.returning(expression);
  return { ...made, start, end, comments, isAfterBlank };
}

/** `return _this;`, where a class above can have given another object than `this` */
function objectGiven(state: ClassState, body: readonly AnyNode[]): AnyNode[] {
  if (!state.object || is(body.at(-1), "ReturnStatement", "ThrowStatement")) return [];
  return [make.returning(objectOf(state))];
}

/** The object that is made, in its constructor. */
function objectOf(state: ClassState): AnyNode {
  return state.object ? make.reference(state.object) : make.thisValue();
}

/** A function sets the fields behind `super(…)`, where that stands anywhere but at the top. */
function fieldsFunction({ fieldsFunction: name }: ClassState, setting: readonly AnyNode[]): AnyNode[] {
  return name ? [make.declare(name, make.functionOf([], setting))] : [];
}

function impliedConstructor(state: ClassState, lowering: Lowering): NodeOf<"FunctionExpression"> {
  const { construction, base, constructorFrame } = state;
  const setting = settingOf(state, lowering);
  const finished = (params: AnyNode[], statements: readonly AnyNode[]) => {
    const made = make.functionOf(params, withPrologue(constructorFrame, lowering, statements));
    const { start, end } = state.node.body;
    return { ...made, body: { ...made.body, start, end } };
  };
  if (!base || is(base, "Literal")) return finished([], setting);
  if (construction === "error") {
    const message = make.reference(lowering.named(["message"]));
    const error = make.newInstance(make.copyOf(base), [message]);
    const init = make.call(lowering.helper("__initError"), [make.thisValue(), error]);
    return finished([make.copyOf(message)], [make.statement(init), ...setting]);
  }
  const all = make.identifier("arguments");
  const called = make.callMethod(make.copyOf(base), "apply", [make.thisValue(), all]);
  if (construction === "this") return finished([], [make.statement(called), ...setting]);
  const given = givenByBase(state, { called, all }, lowering);
  if (!state.object) return finished([], [make.returning(given)]);
  constructorFrame.self = undefined;
  return finished([], [make.declare(state.object, given), ...setting, make.returning(objectOf(state))]);
}

/** The object that the class above makes, which may be another than `this`. */
function givenByBase(
  { node, base }: ClassState,
  { called, all }: { readonly called: AnyNode; readonly all: AnyNode },
  lowering: Lowering,
): AnyNode {
  const above = make.copyOf(base as AnyNode);
  if (extendsNative(node)) return nativeObject(above, all, make.thisValue());
  if (extendsClass(node)) return make.logical("||", called, make.thisValue());
  return objectOfBase({ base: above, list: all, object: make.thisValue() }, lowering);
}

/** The statements of a constructor before its own: they set parameters that are properties, and fields. */
function settingOf(state: ClassState, lowering: Lowering): AnyNode[] {
  return [...parameterProperties(state, lowering), ...fields(state, lowering)];
}

/** `constructor(readonly a: string)` -> `this.a = a;` */
function parameterProperties(state: ClassState, lowering: Lowering): AnyNode[] {
  const params = constructorOf(state.node)?.value.params ?? [];
  return params.flatMap((it) => {
    const name = is(it, "AssignmentPattern") ? it.left : it;
    if (!is(name, "Identifier") || !lowering.facts.parameterProperties.has(name)) return [];
    const target = make.member(objectOf(state), lowering.facts.nameInSource(name));
    return [{ ...make.statement(make.assign(target, make.copyOf(name))), start: name.start, end: name.end }];
  });
}

function fields(state: ClassState, lowering: Lowering): AnyNode[] {
  return state.node.body.body.flatMap((it) => {
    if (!is(it, "PropertyDefinition") || it.static || !isSet(it, lowering, state)) return [];
    return placed([fieldStatement(it, objectOf(state), { state, lowering })], it);
  });
}
