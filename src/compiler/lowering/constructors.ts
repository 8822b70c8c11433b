import { type Class, type Field, fieldAccess, type Placed } from "./classes.ts";
import { type Code, code } from "./code.ts";
import { Frame } from "./frame.ts";
import { declared, parameters, thisCode } from "./functions.ts";
import type { Lowering } from "./lowering.ts";
import { baseCall, isSuperStatement, usesThis } from "./super.ts";
import { is, type NodeOf } from "./syntax.ts";

interface Making {
  readonly node: Class;
  readonly name: string;
  readonly made: Placed<NodeOf<"MethodDefinition">> | undefined;
  readonly fields: readonly Placed<Field>[];
  /** The variables with the keys of fields that are evaluated once. */
  readonly keys: ReadonlyMap<Field, string>;
}

/** The function that makes the objects of a class. */
export function constructorCode(making: Making, lowering: Lowering): Code {
  const { node, name, made, fields } = making;
  const value = made?.member.value as NodeOf<"FunctionExpression"> | undefined;
  const sets = fields.length > 0 || value?.params.some((it) => is(it, "TSParameterProperty"));
  const isDerived = node.superClass !== null;
  const needsObject = isDerived && (sets || (value?.body && !givesAtOnce(value.body)));
  const shape = needsObject ? { thisName: lowering.own.this, isDerived } : {};
  const frame = new Frame({ ...(value ?? node), id: node.id } as never, lowering.frame, shape);
  return lowering.within(frame, () => {
    const { names, opening } = parameters(value ?? { params: [] }, lowering);
    const setting = code`${parameterProperties(value, lowering)}${fieldsCode(making, lowering)}`;
    const body = value?.body
      ? isDerived
        ? derivedBody(value.body, setting, lowering)
        : plainBody(value.body, setting, lowering)
      : implicitBody(isDerived, setting, lowering);
    return code`${made?.above ?? ""}function ${name}(${names}) {\n${declared(lowering)}${opening}${body}\n}`;
  });
}

/** Whether a constructor does nothing but `super(…)`. */
function givesAtOnce({ body }: NodeOf<"BlockStatement">): boolean {
  const [only] = body;
  return (
    body.length === 1 &&
    only !== undefined &&
    isSuperStatement(only) &&
    !only.expression.arguments.some(usesThis)
  );
}

/** `constructor(readonly a: string)` -> `this.a = a;` */
function parameterProperties(value: NodeOf<"FunctionExpression"> | undefined, lowering: Lowering): Code {
  return (value?.params ?? []).flatMap((it): Code[] => {
    if (!is(it, "TSParameterProperty")) return [];
    const name = is(it.parameter, "AssignmentPattern") ? it.parameter.left : it.parameter;
    if (!is(name, "Identifier")) return [];
    return [code`${thisCode(lowering)}.${name.name} = ${lowering.nameOf(name)};\n`];
  });
}

function fieldsCode({ fields, keys }: Making, lowering: Lowering): Code {
  return fields.map(({ member, above }) => {
    const access = fieldAccess(member, keys, lowering);
    return code`${above}${thisCode(lowering)}${access} = ${member.value ? lowering.of(member.value) : "void 0"};\n`;
  });
}

function implicitBody(isDerived: boolean, setting: Code, { own, frame }: Lowering): Code {
  if (!isDerived) return setting;
  const call = `${own.super} !== null && ${own.super}.apply(this, arguments) || this`;
  if (!frame.shape.thisName) return `return ${call};`;
  return code`var ${own.this} = ${call};\n${setting}return ${own.this};`;
}

function plainBody({ body, start, end }: NodeOf<"BlockStatement">, setting: Code, lowering: Lowering): Code {
  return code`${setting}${lowering.parts(body, { start: start + 1, end: end - 1 })}`;
}

function derivedBody(block: NodeOf<"BlockStatement">, setting: Code, lowering: Lowering): Code {
  const { body, start, end } = block;
  const { own, frame } = lowering;
  const index = body.findIndex(isSuperStatement);
  const statement = body[index];
  if (!statement || !isSuperStatement(statement)) {
    const whole = lowering.parts(body, { start: start + 1, end: end - 1 });
    return code`var ${own.this} = this;\n${setting}${whole}${returnThis(block, lowering)}`;
  }
  const before = lowering.parts(body.slice(0, index), { start: start + 1, end: statement.start });
  const call = baseCall(statement.expression, lowering);
  const after = lowering.parts(body.slice(index + 1), { start: statement.end, end: end - 1 });
  if (!frame.shape.thisName) return code`${before}return ${call};${after}`;
  const isFirst = index === 0;
  const declaring = isFirst ? "" : `var ${own.this} = this;\n`;
  const set = code`${isFirst ? "var " : ""}${own.this} = ${call};\n`;
  return code`${declaring}${before}${set}${setting}${after}${returnThis(block, lowering)}`;
}

function returnThis({ body }: NodeOf<"BlockStatement">, { own }: Lowering): string {
  return is(body.at(-1), "ReturnStatement", "ThrowStatement") ? "" : `\nreturn ${own.this};`;
}
