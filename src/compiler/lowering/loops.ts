import type { Node } from "oxc-parser";
import { effectCode } from "./assignments.ts";
import { type Code, code, joined } from "./code.ts";
import { bodyFunction, type MovedParts } from "./loop-bodies.ts";
import type { Lowering } from "./lowering.ts";
import { assignedBy, boundBy, type Value } from "./patterns.ts";
import { blockCode, bodyCode, declareAround, isHoisted, leavable, variablesCode } from "./statements.ts";
import { is, isLoop, isPattern, type Loop, type NodeOf } from "./syntax.ts";

/** A loop, and the statements that have to come before it. */
export interface LoopCode {
  readonly before: Code;
  readonly loop: Code;
}

/** Writes the body of a loop, with statements before it. */
type Body = (opening: Code) => Code;

export function loopCode(node: Loop, lowering: Lowering, label: Code = ""): LoopCode {
  if (!isLoopWithFunction(node, lowering)) {
    const body: Body = (opening) =>
      leavable({ is: "loop" }, lowering, () => plainBody(node.body, opening, lowering));
    return { before: "", loop: headed(node, { body, label }, lowering) };
  }
  const { before, call, ...head } = bodyFunction(node, lowering);
  const body: Body = (opening) => code`{\n${opening}${call}}`;
  return { before, loop: headed(node, { body, label, ...head }, lowering) };
}

/** Whether code comes before a statement, where a block has to be put around it. */
export function hasCodeBefore(node: Node, lowering: Lowering): boolean {
  return isLoop(node) && isLoopWithFunction(node, lowering);
}

/**
 * Whether a function uses a variable that each round of a loop has anew: in ES5 only a function has variables of its own, so
 * that the body becomes one.
 */
export function isLoopWithFunction(loop: Loop, { bindings }: Lowering): boolean {
  return bindings.loopsWithFunctions.has(loop);
}

function plainBody(body: Node, opening: Code, lowering: Lowering): Code {
  if (is(body, "BlockStatement")) return blockCode(body, opening, lowering);
  const isOnNextLine = /\n[ \t]*$/.test(lowering.text.slice(0, body.start));
  const statement = code`${isOnNextLine ? "\n" : ""}${bodyCode(body, lowering)}`;
  return isEmpty(opening) ? statement : code`{\n${opening}${statement}}`;
}

function isEmpty(given: Code): boolean {
  return given === "" || (Array.isArray(given) && given.every(isEmpty));
}

interface Parts {
  readonly body: Body;
  readonly label: Code;
  readonly moved?: MovedParts;
  /** What sets the variables of the head first, where that was moved. */
  readonly init?: Code | undefined;
}

function headed(node: Loop, parts: Parts, lowering: Lowering): Code {
  const { body, label, moved } = parts;
  switch (node.type) {
    case "WhileStatement":
      return code`${label}while (${lowering.of(node.test)}) ${body("")}`;
    case "DoWhileStatement": {
      const block = body("");
      return code`${label}do ${block} while (${lowering.of(node.test)});`;
    }
    case "ForStatement": {
      const { init, test, update } = node;
      const first = parts.init ?? initCode(init, lowering);
      const asked = moved?.test ? "" : part(test, lowering);
      const next = moved?.update ? "" : effect(update, lowering);
      return code`${label}for (${first}; ${asked}; ${next}) ${body("")}`;
    }
    case "ForInStatement": {
      const { target, opening } = targetIn(node.left, lowering);
      return code`${label}for (${target} in ${lowering.of(node.right)}) ${body(opening)}`;
    }
    case "ForOfStatement":
      return lowering.iterates ? overIterable(node, parts, lowering) : overList(node, parts, lowering);
  }
}

function initCode(init: Node | null, lowering: Lowering): Code {
  return is(init, "VariableDeclaration") ? variablesCode(init, lowering) : effect(init, lowering);
}

function effect(node: Node | null, lowering: Lowering): Code {
  return node ? effectCode(node, lowering) : "";
}

function part(node: Node | null, lowering: Lowering): Code {
  return node ? lowering.of(node) : "";
}

/** `for (const [a] in b)` -> `for (var _a in b) { var a = _a[0];` */
function targetIn(left: Node, lowering: Lowering): { readonly target: Code; readonly opening: Code } {
  const target = targetOfLoop(left, lowering);
  if (!isPattern(target)) {
    const isDeclared = target !== left && !isHoisted(left, lowering);
    return { target: code`${isDeclared ? "var " : ""}${lowering.of(target)}`, opening: "" };
  }
  const name = lowering.temporary({ isDeclared: false });
  return { target: `var ${name}`, opening: setting(left, { text: name, isName: true }, lowering) };
}

/** What a loop sets in each round. Where it is declared around a function that a loop becomes, that is noted. */
function targetOfLoop(left: Node, lowering: Lowering): Node {
  if (!is(left, "VariableDeclaration")) return left;
  const target = left.declarations[0]?.id as Node;
  if (isHoisted(left, lowering)) declareAround(target, lowering);
  return target;
}

/** Gives what a loop sets in each round its value. */
function setting(left: Node, value: Value, lowering: Lowering): Code {
  const target = targetOfLoop(left, lowering);
  if (target !== left && !isHoisted(left, lowering)) {
    const parts = boundBy(target, value, lowering);
    return parts.length > 0 ? code`var ${joined(parts, ", ")};\n` : "";
  }
  if (!isPattern(target)) return code`${lowering.of(target)} = ${value.text};\n`;
  const { parts, apart } = assignedBy(target, value, lowering);
  apart();
  return parts.map((it) => code`${it};\n`);
}

/** What the list of a loop is called: `list` -> `list_1` */
function nameOfList(right: Node, lowering: Lowering): string {
  return is(right, "Identifier")
    ? lowering.uniqueName(right.name)
    : lowering.temporary({ isDeclared: false });
}

/** `for (const a of list)` -> `for (var _i = 0, list_1 = list; _i < list_1.length; _i++) { var a = list_1[_i];` */
function overList(
  { left, right }: NodeOf<"ForOfStatement">,
  { body, label }: Parts,
  lowering: Lowering,
): Code {
  const given = lowering.of(right);
  const at = lowering.index();
  const list = nameOfList(right, lowering);
  const opening = setting(left, { text: `${list}[${at}]`, isName: false }, lowering);
  const head = code`for (var ${at} = 0, ${list} = ${given}; ${at} < ${list}.length; ${at}++) `;
  return code`${label}${head}${body(opening)}`;
}

/** As `overList`, for what an engine after ES5 can iterate, which is told when the loop is left. */
function overIterable(
  { left, right }: NodeOf<"ForOfStatement">,
  { body, label }: Parts,
  lowering: Lowering,
): Code {
  const given = lowering.of(right);
  const items = nameOfList(right, lowering);
  const [step, failure, end] = [lowering.uniqueName(items), lowering.uniqueName("e"), lowering.temporary()];
  lowering.frame.variables.push(failure);
  const caught = lowering.uniqueName(failure);
  const opening = setting(left, { text: `${step}.value`, isName: false }, lowering);
  const values = code`${items} = ${lowering.helper("__values")}(${given}), ${step} = ${items}.next()`;
  const loop = code`${label}for (var ${values}; !${step}.done; ${step} = ${items}.next()) ${body(opening)}`;
  return code`try { ${loop} }
catch (${caught}) { ${failure} = { error: ${caught} }; }
finally {
try { if (${step} && !${step}.done && (${end} = ${items}.return)) { ${end}.call(${items}); } }
finally { if (${failure}) { throw ${failure}.error; } }
}`;
}
