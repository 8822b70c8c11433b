import type { Node } from "oxc-parser";
import { type Code, code } from "./code.ts";
import { constantOf } from "./constants.ts";
import { Frame } from "./frame.ts";
import { declared } from "./functions.ts";
import type { Lowering, Rows } from "./lowering.ts";
import { assignedBy, valueFor } from "./patterns.ts";
import { is, isOfTypes, isPattern, type NodeOf, namesOf } from "./syntax.ts";

export const enums: Rows = {
  TSEnumDeclaration: (node, lowering) => enumCode(node, lowering),
  TSModuleDeclaration: (node, lowering) => namespaceCode(node, lowering),
  TSImportEqualsDeclaration: ({ id, moduleReference }, lowering) => {
    const [first] = namesOf(moduleReference);
    // Nothing is left of what has types only.
    if (first && !lowering.bindings.bindingOf(first)) return "";
    return code`var ${lowering.nameOf(id)} = ${memberCode(moduleReference, lowering)};`;
  },
};

/** `A.B` */
function memberCode(node: Node, lowering: Lowering): Code {
  const [first, ...others] = namesOf(node);
  return first
    ? code`${lowering.nameOf(first)}${others.map(({ name }) => `.${name}`)}`
    : lowering.inside(node);
}

/** What an enum or a namespace belongs to that another exports, with the dot behind it. */
type Owner = "" | `${string}.`;

/**
 * An enum or a namespace, which can have parts before and behind:
 *
 *   var A; (function (A) {…})(A || (A = {}));
 */
function named(
  id: NodeOf<"Identifier">,
  body: Code,
  { lowering, owner }: { lowering: Lowering; owner: Owner },
): Code {
  const name = lowering.nameText(id);
  const declaring = lowering.isFirst(id) ? code`var ${lowering.nameOf(id)};\n` : "";
  const given = owner ? `${name} = ${owner}${name} || (${owner}${name} = {})` : `${name} || (${name} = {})`;
  return [declaring, code`(function (${name}) {\n${body}\n})(${given});`];
}

function enumCode({ id, body }: NodeOf<"TSEnumDeclaration">, lowering: Lowering, owner: Owner = ""): Code {
  const name = lowering.nameText(id);
  const known = new Map<string, string | number>();
  let next: number | undefined = 0;
  const members = body.members.map((member) => {
    const key = memberName(member);
    const value: string | number | undefined = member.initializer
      ? constantOf(member.initializer, known, name)
      : next;
    if (value !== undefined) known.set(key, value);
    next = typeof value === "number" ? value + 1 : undefined;
    const access = `${name}[${JSON.stringify(key)}]`;
    const text = value === undefined ? lowering.of(member.initializer as Node) : shown(value);
    if (typeof value === "string") return code`${access} = ${text};\n`;
    return code`${name}[${access} = ${text}] = ${JSON.stringify(key)};\n`;
  });
  return named(id, members, { lowering, owner });
}

function memberName({ id }: NodeOf<"TSEnumMember">): string {
  if (is(id, "Identifier")) return id.name;
  return is(id, "Literal") ? String(id.value) : (id.quasis[0]?.value.cooked ?? "");
}

function shown(value: string | number): string {
  if (typeof value === "string") return JSON.stringify(value);
  return Number.isFinite(value)
    ? String(value)
    : Number.isNaN(value)
      ? "NaN"
      : value > 0
        ? "Infinity"
        : "-Infinity";
}

function namespaceCode(node: NodeOf<"TSModuleDeclaration">, lowering: Lowering, owner: Owner = ""): Code {
  const names = namesOf(node.id);
  const { body } = node;
  if (!body) return "";
  const inside = lowering.within(new Frame(node, lowering.frame), () => {
    const of: Owner = `${lowering.nameText(names.at(-1) as NodeOf<"Identifier">)}.`;
    const parts = lowering.parts(body.body, { start: body.start + 1, end: body.end - 1 }, (it) =>
      statementCode(it, of, lowering),
    );
    return code`${declared(lowering)}${parts}`;
  });
  return names.reduceRight<Code>((whole, id, index) => {
    const outer = names[index - 1];
    return named(id, whole, { lowering, owner: outer ? `${lowering.nameText(outer)}.` : owner });
  }, inside);
}

/** A statement of a namespace, which gives what it exports to the namespace. */
function statementCode(node: Node, of: Owner, lowering: Lowering): Code {
  if (!is(node, "ExportNamedDeclaration") || isOfTypes(node)) return lowering.of(node);
  const { declaration } = node;
  if (is(declaration, "VariableDeclaration"))
    return declaration.declarations.map((it) => setMember(it, lowering));
  if (is(declaration, "TSEnumDeclaration")) return enumCode(declaration, lowering, of);
  if (is(declaration, "TSModuleDeclaration")) return namespaceCode(declaration, lowering, of);
  if (is(declaration, "TSImportEqualsDeclaration")) {
    return code`${of}${declaration.id.name} = ${memberCode(declaration.moduleReference, lowering)};`;
  }
  const { id } = declaration as NodeOf<"FunctionDeclaration" | "ClassDeclaration">;
  if (!id || !declaration) return lowering.inside(node);
  return code`${lowering.of(declaration)}\n${of}${id.name} = ${lowering.nameText(id)};`;
}

function setMember({ id, init }: NodeOf<"VariableDeclarator">, lowering: Lowering): Code {
  if (!init) return "";
  if (!isPattern(id)) return code`${lowering.of(id)} = ${lowering.of(init)};\n`;
  const { parts, apart } = assignedBy(id, valueFor(id, init, lowering), lowering);
  apart();
  return parts.map((it) => code`${it};\n`);
}
