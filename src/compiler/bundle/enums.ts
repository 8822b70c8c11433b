import type { Node } from "oxc-parser";
import type { Edits } from "./edits.ts";
import { type EnumValue, type EnumValues, enumValueText, isConstant, isText } from "./enum-values.ts";
import { type EnumDeclaration, memberName, type Space } from "./spaces.ts";

type EnumMember = EnumDeclaration["body"]["members"][number];

/** A declaration of an enum that is written anew. */
export interface EnumToWrite {
  readonly declaration: EnumDeclaration;
  /** The statement that it replaces: with `export`, where it is exported. */
  readonly statement: Node;
  readonly space: Space;
  /** The expression that gives the object. */
  readonly access: string;
  /** The declaration up to the name; empty where an earlier part has declared it. */
  readonly declaring: string;
}

/**
 * Writes an enum as a person would:
 *
 *   enum Level { Low, High }   -> const Level = { Low: 0, High: 1, 0: "Low", 1: "High" };
 */
export function writeEnum(written: EnumToWrite, values: EnumValues, edits: Edits): void {
  const { declaration, space, declaring } = written;
  const known = values.valuesOf(declaration, space);
  const names = declaration.body.members.map(memberName);
  const isPlain = declaring !== "" && known.every(isConstant) && !names.includes("__proto__");
  if (isPlain) writeObject(written, known, edits);
  else writeStatements(written, known, edits);
}

function writeObject(
  { declaration, statement, declaring, access }: EnumToWrite,
  values: readonly (string | number)[],
  edits: Edits,
): void {
  const { body } = declaration;
  edits.replace(statement.start, body.start, `${declaring}${access} = `);
  const reverse = new Map<string, string>();
  body.members.forEach((member, index) => {
    const value = values[index] as string | number;
    const keys = [enumValueText(value)];
    if (typeof value === "number") {
      const key = String(value);
      // Other numbers come where they are set, as texts do.
      if (isIndex(key)) reverse.set(key, memberName(member));
      else keys.push(`${JSON.stringify(key)}: ${JSON.stringify(lastOf(key, declaration, values))}`);
    }
    edits.replace(member.id.end, member.end, `: ${keys.join(", ")}`);
  });
  const last = body.members.at(-1);
  const texts = [...reverse].map(([key, name]) => `, ${key}: ${JSON.stringify(name)}`);
  if (last && texts.length > 0) edits.insert(last.end, texts.join(""));
  edits.replace(body.end, statement.end, ";");
}

/** The last member of a value. */
function lastOf(key: string, { body }: EnumDeclaration, values: readonly (string | number)[]): string {
  return memberName(body.members[values.findLastIndex((it) => String(it) === key)] as EnumMember);
}

/** `0`, `1`: objects have such properties before others. */
function isIndex(key: string): boolean {
  return /^(?:0|[1-9]\d{0,8})$/.test(key);
}

/** `enum Level { Low = low() }`, or a further part   -> Level.Low = low(); Level[Level.Low] = "Low"; */
function writeStatements(written: EnumToWrite, values: readonly EnumValue[], edits: Edits): void {
  const { declaration, statement, access, declaring } = written;
  const { members } = declaration.body;
  const begin = declaring === "" ? "" : `${declaring}${access} = {};\n`;
  const [first] = members;
  if (!first) {
    edits.replace(statement.start, statement.end, begin);
    return;
  }
  edits.replace(statement.start, first.start, begin);
  members.forEach((member, index) => {
    const value = values[index];
    const name = memberName(member);
    const property = memberOf(access, name);
    const { initializer } = member;
    edits.replace(member.start, member.id.end, property);
    const constant = isConstant(value) ? enumValueText(value) : undefined;
    const back = isText(value) ? "" : ` ${access}[${constant ?? property}] = ${JSON.stringify(name)};`;
    if (constant === undefined && initializer) {
      edits.replace(member.id.end, initializer.start, " = ");
      edits.insert(member.end, `;${back}`);
    } else edits.replace(member.id.end, member.end, ` = ${constant ?? "undefined"};${back}`);
    const next = members[index + 1];
    edits.replace(member.end, next ? next.start : statement.end, next ? "\n" : "");
  });
}

/** `Level.Low`, `Header["content-type"]` */
function memberOf(access: string, name: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)
    ? `${access}.${name}`
    : `${access}[${JSON.stringify(name)}]`;
}
