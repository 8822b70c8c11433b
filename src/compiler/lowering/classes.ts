import type { Node } from "oxc-parser";
import { type Code, code } from "./code.ts";
import { constructorCode } from "./constructors.ts";
import { Frame } from "./frame.ts";
import { declared, functionCode, statementsIn } from "./functions.ts";
import type { Lowering, Rows } from "./lowering.ts";
import { keyAccess, keyText } from "./members.ts";
import { isPureClass } from "./pure-classes.ts";
import { is, keyName, type NodeOf } from "./syntax.ts";

export type Class = NodeOf<"ClassDeclaration" | "ClassExpression">;

export type Field = NodeOf<"PropertyDefinition" | "AccessorProperty">;

type Method = NodeOf<"MethodDefinition">;

/** A member of a class with the comments above it. */
export interface Placed<Member> {
  readonly member: Member;
  readonly above: Code;
}

export const classes: Rows = {
  ClassDeclaration: (node, lowering) => {
    const name = nameOfClass(node, lowering);
    return code`var ${name} = ${classCode(node, name, lowering)};`;
  },
  ClassExpression: (node, lowering) => code`(${classCode(node, nameOfClass(node, lowering), lowering)})`,
};

export function nameOfClass({ id }: Class, lowering: Lowering): string {
  return id ? lowering.nameText(id) : lowering.uniqueName("class");
}

/**
 * A class as what a function gives: in this shape the bundler can leave out one that nothing uses.
 *
 *   (function (_super) { __extends(A, _super); function A() {…} A.prototype.b = function () {…}; return A; })(Base)
 */
export function classCode(node: Class, name: string, lowering: Lowering): Code {
  const { superClass, body } = node;
  const pure = isPureClass(node) ? "/* @__PURE__ */ " : "";
  const base = superClass ? lowering.of(superClass) : "";
  const { constructors, fields, methods, statics } = membersOf(node, lowering);
  const extending = superClass ? `${lowering.helper("__extends")}(${name}, ${lowering.own.super});\n` : "";
  const keys = new Map<Field, string>();
  const members = methods.map(({ member, above }) => {
    if (is(member, "MethodDefinition"))
      return code`${above}${methodCode(member, { name, node }, lowering)}\n`;
    return keyOfField(member, keys, lowering);
  });
  const made = constructorCode({ node, name, made: constructors[0], fields, keys }, lowering);
  const settings = statics.map(
    ({ member, above }) => code`${above}${staticCode(member, { name, keys }, lowering)}\n`,
  );
  const last = lowering.comments(body.body.at(-1)?.end ?? body.start + 1, body.end);
  const whole = code`${extending}${made}\n${members}${settings}${last}return ${name};`;
  return code`${pure}(function (${superClass ? lowering.own.super : ""}) {\n${whole}\n})(${base})`;
}

function membersOf({ body }: Class, lowering: Lowering) {
  const constructors: Placed<Method>[] = [];
  const fields: Placed<Field>[] = [];
  const methods: Placed<Method | Field>[] = [];
  const statics: Placed<Field | NodeOf<"StaticBlock">>[] = [];
  let above: Code = "";
  let offset = body.start + 1;
  for (const member of body.body) {
    above = code`${above}${lowering.comments(offset, member.start)}`;
    offset = member.end;
    if (is(member, "MethodDefinition") && member.value.body) {
      (member.kind === "constructor" ? constructors : methods).push({ member, above });
    } else if (is(member, "StaticBlock")) statics.push({ member, above });
    else if (is(member, "PropertyDefinition", "AccessorProperty") && !member.declare) {
      if (hasComputedKey(member)) methods.push({ member, above: "" });
      if (member.value) (member.static ? statics : fields).push({ member, above });
      else continue;
    } else continue;
    above = "";
  }
  return { constructors, fields, methods, statics };
}

export function hasComputedKey({ key, computed }: Field | Method): boolean {
  return computed && !is(key, "Literal");
}

/** `[key] = 1` -> `_a = key;`, for when an object is made */
function keyOfField(field: Field, keys: Map<Field, string>, lowering: Lowering): Code {
  const key = lowering.temporary({ isReadInside: true });
  keys.set(field, key);
  return code`${key} = ${lowering.of(field.key)};\n`;
}

/** Where a field goes: `.a`, `["a-b"]`, `[_a]` */
export function fieldAccess(field: Field, keys: ReadonlyMap<Field, string>, lowering: Lowering): Code {
  const key = keys.get(field);
  return key ? `[${key}]` : keyAccess(field, lowering);
}

interface OfClass {
  readonly name: string;
  readonly node: Class;
}

function methodCode(method: Method, { name, node }: OfClass, lowering: Lowering): Code {
  const object = method.static ? name : `${name}.prototype`;
  const accessors = accessorsWith(method, node);
  if (accessors[0] && accessors[0] !== method) return "";
  const shape = { isStatic: method.static };
  if (accessors.length === 0) {
    const made = functionCode(method.value as NodeOf<"FunctionExpression">, lowering, shape);
    return code`${object}${keyAccess(method, lowering)} = ${made};`;
  }
  const parts = accessors.map(({ kind, value }) => {
    return code`${kind}: ${functionCode(value as NodeOf<"FunctionExpression">, lowering, shape)},\n`;
  });
  const key = keyText(method, lowering);
  return code`Object.defineProperty(${object}, ${key}, {\n${parts}enumerable: false,\nconfigurable: true\n});`;
}

/** An accessor and the other of the same name, if there is one, in the order in which they are written. */
function accessorsWith(method: Method, { body }: Class): Method[] {
  if (method.kind !== "get" && method.kind !== "set") return [];
  if (hasComputedKey(method)) return [method];
  return body.body.filter(
    (it): it is Method =>
      is(it, "MethodDefinition") &&
      /^[gs]et$/.test(it.kind) &&
      it.static === method.static &&
      !hasComputedKey(it) &&
      keyName(it) === keyName(method),
  );
}

function staticCode(
  member: Field | NodeOf<"StaticBlock">,
  { name, keys }: { readonly name: string; readonly keys: ReadonlyMap<Field, string> },
  lowering: Lowering,
): Code {
  const ofClass = { thisName: name, isStatic: true };
  if (!is(member, "StaticBlock")) {
    const frame = new Frame(member, lowering.frame, { ...ofClass, isInline: true });
    const value = lowering.within(frame, () => lowering.of(member.value as Node));
    return code`${name}${fieldAccess(member, keys, lowering)} = ${value};`;
  }
  return lowering.within(new Frame(member, lowering.frame, ofClass), () => {
    const start = lowering.text.indexOf("{", member.start);
    const { rest } = statementsIn({ ...member, start }, lowering);
    return code`(function () {\n${declared(lowering)}${rest})();`;
  });
}
