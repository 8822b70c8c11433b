import { someNode } from "../../source/walk.ts";
import * as make from "../tree/build.ts";
import { type AnyClass, type AnyNode, is, isFunction, keyName, type NodeOf } from "../tree/nodes.ts";
import type { ClassState } from "./class-state.ts";
import { withPrologue } from "./functions.ts";
import type { Lowering } from "./lowering.ts";

/** The methods of a class and the keys of its fields, and then its static fields and blocks. */
export function members(state: ClassState, lowering: Lowering): AnyNode[] {
  const { body } = state.node.body;
  const statics: AnyNode[] = [];
  const methods: AnyNode[] = [];
  for (const it of body) {
    if (is(it, "StaticBlock")) statics.push(...placed(staticBlock(it, lowering), it));
    else if (is(it, "MethodDefinition")) {
      if (it.kind !== "constructor") methods.push(...placed(methodStatements(it, state), it));
    } else {
      const key = state.keys.get(it);
      if (key) methods.push(make.statement(make.assign(make.reference(key), it.key)));
      if (it.static && isSet(it, lowering, state))
        statics.push(
          ...placed([fieldStatement(it, make.reference(state.variable), { state, lowering })], it),
        );
    }
  }
  const isApart = statics.length > 0 && isMovedBehind(body);
  return [...methods, ...(isApart ? [blankLine()] : []), ...statics];
}

/** Tells whether a method is written behind the first static field or block, and comes before it. */
function isMovedBehind(body: readonly AnyNode[]): boolean {
  const isOfClass = (it: AnyNode) => is(it, "StaticBlock") || (is(it, "PropertyDefinition") && it.static);
  const first = body.findIndex(isOfClass);
  return (
    first !== -1 && body.slice(first).some((it) => is(it, "MethodDefinition") && it.kind !== "constructor")
  );
}

/** A statement that is not written, above which a blank line stands. */
function blankLine(): AnyNode {
  return { type: "EmptyStatement", start: make.NOWHERE, end: make.NOWHERE, isAfterBlank: true } as AnyNode;
}

/** Statements in the place of a member, with its comments. */
export function placed(statements: readonly AnyNode[], member: AnyNode): AnyNode[] {
  const [first, ...others] = statements;
  if (!first) return [];
  const { comments, isAfterBlank, start, end } = member;
  const last = statements.at(-1) as AnyNode;
  if (comments?.after)
    last.comments = { ...last.comments, after: [...(last.comments?.after ?? []), ...comments.after] };
  const begin = { ...first, start, end, ...(isAfterBlank && { isAfterBlank }) };
  if (comments?.before)
    begin.comments = { ...begin.comments, before: [...comments.before, ...(begin.comments?.before ?? [])] };
  return [begin, ...others];
}

// The properties that every function has already, so that they cannot be assigned to.
const ofFunctions = ["arguments", "caller", "length", "name", "prototype"];

type ClassMethod = NodeOf<"MethodDefinition">;

function methodStatements(method: ClassMethod, state: ClassState): AnyNode[] {
  const { key, computed, value } = method;
  const object = ownerOf(method, state);
  const accessors = accessorsWith(method, state.node);
  // A getter and a setter of one name are defined where the first of them stands.
  if (/^[gs]et$/.test(method.kind) && accessors[0] !== method) return [];
  const name = keyName({ key, computed });
  const isPrivate = isPrivateMember(method, state);
  if (accessors.length > 0) {
    const parts = accessors.map((it) => ({
      ...make.property(it.kind, it.value),
      // The comments of the first stand above the definition.
      comments: it === method ? undefined : it.comments,
    }));
    return [defined(object, method, [...parts, flag("enumerable", false), flag("configurable", true)])];
  }
  // A key that is calculated can be one of them, too: `Symbol.hasInstance`.
  const isOfFunctions = name === undefined || ofFunctions.includes(name);
  const needsDefinition = isPrivate || name === "__proto__" || (method.static && isOfFunctions);
  if (needsDefinition || hasAccessorOf(name, state.node, method)) {
    const flags = isPrivate ? [] : [flag("writable", true), flag("configurable", true)];
    return [defined(object, method, [make.property("value", value), ...flags])];
  }
  return [make.statement(make.assign(make.memberAt(object, { key, computed }), value))];
}

function ownerOf(member: { readonly static: boolean }, { variable }: ClassState): AnyNode {
  const made = make.reference(variable);
  return member.static ? made : make.member(made, "prototype");
}

export function isPrivateMember(
  member: ClassMethod | NodeOf<"PropertyDefinition">,
  { privateNames }: ClassState,
): boolean {
  const { key, computed } = member;
  const name = is(key, "Identifier") && (computed ? key.variable : key.name);
  return name ? [...privateNames.values()].includes(name) : false;
}

/** Tells whether a class has an accessor of the name of a method: that cannot be assigned to. */
function hasAccessorOf(name: string | undefined, { body }: AnyClass, method: ClassMethod): boolean {
  return body.body.some(
    (it) =>
      is(it, "MethodDefinition") &&
      it.static === method.static &&
      /^[gs]et$/.test(it.kind) &&
      keyName(it) === name &&
      name !== undefined,
  );
}

/** An accessor and the other of the same name, if there is one, in the order in which they are written. */
function accessorsWith(method: ClassMethod, { body }: AnyClass): ClassMethod[] {
  if (method.kind !== "get" && method.kind !== "set") return [];
  const name = keyName(method);
  if (name === undefined) return [method];
  const all = body.body.filter(
    (it): it is ClassMethod =>
      is(it, "MethodDefinition") &&
      /^[gs]et$/.test(it.kind) &&
      it.static === method.static &&
      keyName(it) === name,
  );
  // The last of two members of a kind counts.
  return all.filter((it, index) => !all.slice(index + 1).some(({ kind }) => kind === it.kind));
}

/** `Object.defineProperty(object, "key", {…});` */
export function defined(
  object: AnyNode,
  { key, computed }: { readonly key: AnyNode; readonly computed: boolean },
  parts: readonly NodeOf<"Property">[],
): AnyNode {
  const name = keyName({ key, computed });
  const described = { ...make.object(parts), isBroken: true };
  const given = [object, name === undefined ? key : make.literal(name), described];
  return make.statement(make.callMethod(make.identifier("Object"), "defineProperty", given));
}

export function flag(name: string, value: boolean) {
  return make.property(name, make.literal(value));
}

/** Tells whether a field is set in ES5. One that a source only declares is not, unless it is private: that is defined. */
export function isSet(
  field: NodeOf<"PropertyDefinition">,
  { facts }: Lowering,
  state: ClassState | undefined,
): boolean {
  const isPrivate = state ? isPrivateMember(field, state) : is(field.key, "PrivateIdentifier");
  return isPrivate || field.value != null || facts.definesFields;
}

/** Gives an object a field, or a class a static one. */
export function fieldStatement(
  field: NodeOf<"PropertyDefinition">,
  object: AnyNode,
  { state, lowering }: { readonly state: ClassState; readonly lowering: Lowering },
): AnyNode {
  const { key, computed } = field;
  const value = field.value ?? make.undefinedValue();
  const kept = state.keys.get(field);
  const at = kept ? { key: make.reference(kept), computed: true } : { key, computed };
  if (isPrivateMember(field, state))
    return defined(object, at, [make.property("value", value), flag("writable", true)]);
  const name = keyName(at);
  const isOfFunction = field.static && ofFunctions.includes(name ?? "");
  if (!isOfFunction && !mayBeAccessor(name, lowering))
    return make.statement(make.assign(make.memberAt(object, at), value));
  const given = [object, name === undefined ? at.key : make.literal(name), value];
  return make.statement(make.call(lowering.helper("__define"), given));
}

/** In JavaScript a field is defined, even where a class above has an accessor of its name. In TypeScript it is set. */
function mayBeAccessor(name: string | undefined, { facts }: Lowering): boolean {
  if (!facts.definesFields) return false;
  const { names, isOpen } = facts.accessors;
  return name === undefined ? isOpen || names.length > 0 : names.includes(name);
}

/** The statements of a static block: in a function, where they declare anything. */
function staticBlock(node: NodeOf<"StaticBlock">, lowering: Lowering): readonly AnyNode[] {
  const { scopes, plan } = lowering.facts;
  const scope = scopes.scopeOf(node);
  const frame = scope && plan.frameOf(scope);
  if (!scope || !frame) return [];
  const declares = someNode(
    node,
    (it) => is(it, "VariableDeclaration", "FunctionDeclaration"),
    (it) => !isFunction(it),
  );
  if (!declares && frame.declared.length === 0) return node.body;
  const made = make.functionOf([], withPrologue(frame, lowering, node.body));
  return [make.statement(make.call(made, []))];
}
