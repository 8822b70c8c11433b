import type { Node } from "oxc-parser";
import type { Binding } from "./bindings.ts";
import { type Code, code, joined } from "./code.ts";
import { asStatements } from "./expression-statements.ts";
import { Frame, type Leavable } from "./frame.ts";
import { declared } from "./functions.ts";
import type { Lowering } from "./lowering.ts";
import { variablesCode } from "./statements.ts";
import { is, type Loop, type NodeOf } from "./syntax.ts";

/** A loop's body while it becomes a function. */
export interface LoopBody {
  /** How the function is left: `return`, `break`, `continue`, `break-rows`. */
  readonly leaves: Set<string>;
  /** The variables of the head that the body sets, and what gives their values back. */
  readonly given: readonly { readonly name: string; readonly back: string }[];
}

/** What of the head of a `for` statement functions use the variables in. */
export interface MovedParts {
  readonly init: boolean;
  readonly test: boolean;
  readonly update: boolean;
}

/** The function that the body of a loop becomes, what comes before the loop, and the statements that call it in each round. */
export function bodyFunction(node: Loop, lowering: Lowering) {
  const inHead = [...(lowering.bindings.blockOf(node)?.names.values() ?? [])];
  const moved = movedParts(node, inHead);
  const given = inHead
    .filter((it) => is(node, "ForStatement") && isGivenBack(node, moved, it))
    .map((it) => ({ name: lowering.nameOfBinding(it), back: lowering.uniqueName(`out_${it.name}`) }));
  const loop: LoopBody = { leaves: new Set(), given };
  const name = lowering.uniqueName("_loop");
  const isLater = lowering.uniqueName("inc");
  const made = lowering.within(new Frame(node, lowering.frame, { isArrow: true, loop }), () => {
    const opening = is(node, "ForStatement") ? movedCode(node, moved, { isLater, loop, lowering }) : "";
    const body = is(node.body, "BlockStatement")
      ? lowering.parts(node.body.body, { start: node.body.start + 1, end: node.body.end - 1 })
      : lowering.of(node.body);
    return code`{\n${declared(lowering)}${opening}${body}\n${giveBack(loop)}}`;
  });
  const names = inHead.map((it) => lowering.nameOfBinding(it)).join(", ");
  const backs = given.length > 0 ? `var ${given.map(({ back }) => back).join(", ")};\n` : "";
  const flag = moved.update ? `var ${isLater} = false;\n` : "";
  const first = is(node, "ForStatement") && moved.init ? initFunction(node, loop, lowering) : undefined;
  return {
    before: code`var ${name} = function (${names}) ${made};\n${backs}${flag}${first?.before ?? ""}`,
    init: first?.init,
    moved,
    call: callCode(`${name}(${names})`, loop, lowering),
  };
}

/** What sets the variables first, where functions in it keep those that no round changes. */
function initFunction({ init }: NodeOf<"ForStatement">, loop: LoopBody, lowering: Lowering) {
  const name = lowering.uniqueName("_init");
  const made = lowering.within(new Frame(init as Node, lowering.frame, { isArrow: true }), () => {
    const variables = variablesCode(init as NodeOf<"VariableDeclaration">, lowering);
    return code`{\n${declared(lowering)}${variables};\n${giveBack(loop)}}`;
  });
  return {
    before: code`var ${name} = function () ${made};\n${name}();\n`,
    init: `var ${loop.given.map((it) => `${it.name} = ${it.back}`).join(", ")}`,
  };
}

/** Whether a variable is set in what becomes a function, or before it there. */
function isGivenBack(node: NodeOf<"ForStatement">, moved: MovedParts, { references }: Binding): boolean {
  if (moved.init) return true;
  const parts = [node.body, moved.test ? node.test : null, moved.update ? node.update : null];
  return references.some((it) => it.isWrite && parts.some((part) => isIn(it.node, part)));
}

function isIn({ start, end }: Node, part: Node | null): boolean {
  return part !== null && part.start <= start && end <= part.end;
}

function movedParts(node: Loop, inHead: readonly Binding[]): MovedParts {
  if (!is(node, "ForStatement")) return { init: false, test: false, update: false };
  const isMoved = (part: Node | null) =>
    inHead.some(({ references, block }) =>
      references.some((it) => isIn(it.node, part) && it.block.whole !== block.whole),
    );
  const update = isMoved(node.update);
  return { init: isMoved(node.init), test: update || isMoved(node.test), update };
}

interface Moving {
  /** The variable that tells whether a round is not the first. */
  readonly isLater: string;
  readonly loop: LoopBody;
  readonly lowering: Lowering;
}

/** `for (…; test(); update())` -> `if (inc_1) { update(); } else { inc_1 = true; } if (!test()) { return "break"; }` */
function movedCode(
  { test, update }: NodeOf<"ForStatement">,
  moved: MovedParts,
  { isLater, loop, lowering }: Moving,
): Code {
  const next = moved.update && update ? asStatements(update, lowering) : undefined;
  const asked = moved.test && test ? lowering.of(test) : undefined;
  if (asked) loop.leaves.add("break");
  const updating = next ? code`if (${isLater}) { ${joined(next, " ")} } else { ${isLater} = true; }\n` : "";
  return code`${updating}${asked ? code`if (!(${asked})) { ${giveBack(loop)}return "break"; }\n` : ""}`;
}

function giveBack({ given }: LoopBody): string {
  return given.map(({ name, back }) => `${back} = ${name};\n`).join("");
}

/** `break`, `continue`, with or without a label, which leave what became a function by its value. */
export function leaving(node: NodeOf<"BreakStatement" | "ContinueStatement">, { frame }: Lowering): Code {
  const word = node.type === "BreakStatement" ? "break" : "continue";
  const label = node.label?.name;
  const { loop } = frame.shape;
  if (!loop || canLeave(frame.leavable, word, label)) return label ? `${word} ${label};` : `${word};`;
  const leave = label ? `${word}-${label}` : word;
  loop.leaves.add(leave);
  const statement = `return ${JSON.stringify(leave)};`;
  return loop.given.length > 0 ? `{ ${giveBack(loop)}${statement} }` : statement;
}

function canLeave(leavable: readonly Leavable[], word: string, label: string | undefined): boolean {
  if (label) return leavable.some((it) => it.label === label);
  return leavable.some((it) => it.is === "loop" || (it.is === "switch" && word === "break"));
}

/** Calls the function that the body became, and leaves the loop as that says. */
function callCode(call: string, { leaves, given }: LoopBody, lowering: Lowering): Code {
  const back = given.map((it) => `${it.name} = ${it.back};\n`).join("");
  const asked = [...leaves].filter((it) => it !== "continue");
  if (asked.length === 0) return `${call};\n${back}`;
  const state = lowering.uniqueName("state");
  const outer = lowering.frame.shape.loop;
  const parts = [`var ${state} = ${call};\n${back}`];
  if (leaves.has("return")) {
    outer?.leaves.add("return");
    parts.push(`if (typeof ${state} === "object") return ${outer ? state : `${state}.value`};\n`);
  }
  if (leaves.has("break")) parts.push(`if (${state} === "break") break;\n`);
  const labelled = asked.filter((it) => it.includes("-")).sort();
  if (labelled.length > 0) {
    const cases = labelled.map(
      (it) => `case ${JSON.stringify(it)}: ${leavingFurther(it, state, lowering)}\n`,
    );
    parts.push(`switch (${state}) {\n${cases.join("")}}\n`);
  }
  return parts;
}

/** `break-rows` -> `break rows;`, or `return state_1;` where that is further out. */
function leavingFurther(leave: string, state: string, { frame }: Lowering): string {
  const [word = "", label] = leave.split("-");
  const { loop } = frame.shape;
  if (!loop || canLeave(frame.leavable, word, label)) return `${word} ${label};`;
  loop.leaves.add(leave);
  return `return ${state};`;
}
