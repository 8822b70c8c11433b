import * as make from "../tree/build.ts";
import type { Frame, HeadVariable, LoopPlan } from "../tree/frames.ts";
import { type AnyNode, is, type Loop, type NodeOf } from "../tree/nodes.ts";
import type { Variable } from "../tree/variables.ts";
import { negated } from "./conditions.ts";
import { withPrologue } from "./functions.ts";
import type { Lowering, Rows } from "./lowering.ts";

/** The statements that leave a loop; in one whose body is a function, its value tells how. */
export const exits: Rows = {
  BreakStatement: (node, lowering) => leaving(node, lowering),
  ContinueStatement: (node, lowering) => leaving(node, lowering),
  ReturnStatement: (node, lowering) => {
    const { frame } = lowering;
    const argument = node.argument ?? objectMade(lowering);
    if (frame.kind !== "loop") return { ...node, argument: argument ?? null };
    exitsOf(frame, lowering).add("return");
    return { ...node, argument: make.object([make.property("value", argument ?? make.undefinedValue())]) };
  },
};

/** The object that a constructor gives where a class above can have given another than `this`. */
function objectMade(lowering: Lowering): AnyNode | undefined {
  const owner = functionOf(lowering.frame);
  const made = lowering.classesByFrame.get(owner);
  return made?.object && make.reference(made.object);
}

/** The function that the body of a loop is a part of. */
function functionOf(frame: Frame): Frame {
  return frame.outer && frame.kind === "loop" ? functionOf(frame.outer) : frame;
}

/** The function that the body of a loop has become, and the statements that call it in each round. */
interface BodyFunction {
  /** The loop, without what has moved into the function. */
  readonly node: Loop;
  readonly before: readonly AnyNode[];
  readonly calls: readonly AnyNode[];
}

/**
 * In ES5 only a function has variables of its own: where functions use a variable that each round of a loop has anew, the body
 * becomes one.
 *
 *   for (let i = 0; i < 3; i++) later(() => i);   -> var _loop = function(i) { later(function() { return i; }); };
 *                                                    for (var i = 0; i < 3; i++) { _loop(i); }
 */
export function bodyFunction(node: Loop, plan: LoopPlan, lowering: Lowering): BodyFunction {
  const { frame, head, movesTest, movesUpdate } = plan;
  const counting = is(node, "ForStatement") ? node : undefined;
  const isLater = movesUpdate ? lowering.temporary(["_isLater"]) : undefined;
  const moved = counting ? movedStatements(counting, { plan, isLater, lowering }) : [];
  const body = is(node.body, "BlockStatement") ? node.body.body : [node.body];
  const made = make.functionOf(
    head.map(({ inner }) => make.reference(inner)),
    withPrologue(frame, lowering, [...moved, ...body, ...givingBack(plan)]),
  );
  const first = counting && plan.firstFrame ? firstFunction(counting, plan, lowering) : [];
  const call = make.call(
    make.reference(lowering.named(["_loop"])),
    head.map(({ outer }) => make.reference(outer)),
  );
  const reset = isLater ? [make.statement(make.assign(make.reference(isLater), make.literal(false)))] : [];
  const kept = {
    ...node,
    ...(first.length > 0 && { init: null }),
    ...(movesTest && { test: null }),
    ...(movesUpdate && { update: null }),
  } as Loop;
  return {
    node: kept,
    before: [make.declaration([make.declarator(make.copyOf(call.callee), made)]), ...reset, ...first],
    calls: callsOf(call, exitsOf(frame, lowering), lowering),
  };
}

/** Gives the loop what the function has set, so that it goes on with that. */
function givingBack({ loop, head }: LoopPlan): AnyNode[] {
  if (!is(loop, "ForStatement")) return [];
  const isSet = ({ binding, inner }: HeadVariable) =>
    binding.references.some((it) => it.write && !it.isDeclaration && it.node.variable === inner);
  return head
    .filter(isSet)
    .map(({ outer, inner }) => make.statement(make.assign(make.reference(outer), make.reference(inner))));
}

interface LoopHeadInput {
  readonly plan: LoopPlan;
  /** The variable that tells whether a round is not the first. */
  readonly isLater: Variable | undefined;
  readonly lowering: Lowering;
}

/** `for (…; test(); update())` -> `if (_isLater) { update(); } else { _isLater = true; } if (!test()) { return "break"; }` */
function movedStatements(
  { test, update }: NodeOf<"ForStatement">,
  { plan, isLater, lowering }: LoopHeadInput,
): AnyNode[] {
  const found: AnyNode[] = [];
  if (isLater && update) {
    const set = make.statement(make.assign(make.reference(isLater), make.literal(true)));
    found.push(make.ifStatement(make.reference(isLater), statementsOf(update), [set]));
  }
  if (plan.movesTest && test) {
    exitsOf(plan.frame, lowering).add("break");
    found.push(make.ifStatement(negated(test), [make.returning(make.literal("break"))]));
  }
  return found;
}

function statementsOf(update: AnyNode): AnyNode[] {
  return (is(update, "SequenceExpression") ? update.expressions : [update]).map(make.statement);
}

/** The function that sets the variables of a head first, where functions in it keep those that no round changes. */
function firstFunction({ init }: NodeOf<"ForStatement">, plan: LoopPlan, lowering: Lowering): AnyNode[] {
  const set = plan.head.map(({ outer, first }) =>
    make.statement(make.assign(make.reference(outer), make.reference(first as Variable))),
  );
  const isDeclared = ({ outer }: HeadVariable) => lowering.hoistedIn(lowering.frame).includes(outer);
  for (const it of plan.head) if (!isDeclared(it)) lowering.frame.declared.push(it.outer);
  const body = withPrologue(plan.firstFrame as Frame, lowering, [...(init ? [init] : []), ...set]);
  return [make.statement(make.call(make.functionOf([], body), []))];
}

function exitsOf(frame: Frame, lowering: Lowering): Set<string> {
  const exits = lowering.exits.get(frame) ?? new Set<string>();
  lowering.exits.set(frame, exits);
  return exits;
}

/** `break` and `continue`, with or without a label, which leave what became a function by its value. */
function leaving(
  node: NodeOf<"BreakStatement"> | NodeOf<"ContinueStatement">,
  lowering: Lowering,
): AnyNode | AnyNode[] {
  const word = is(node, "BreakStatement") ? "break" : "continue";
  const label = node.label?.name;
  const { frame } = lowering;
  if (frame.kind !== "loop" || canLeave(lowering, word, label)) return node;
  const at = { start: node.start, end: node.end };
  const isNextRound = word === "continue" && label === undefined;
  if (!isNextRound) exitsOf(frame, lowering).add(exitName(word, label));
  const left = make.returning(isNextRound ? undefined : make.literal(exitName(word, label)));
  return [...(word === "continue" ? backIn(frame, lowering) : []), { ...left, ...at }];
}

function exitName(word: string, label: string | undefined): string {
  return label === undefined ? word : `${word} ${label}`;
}

function backIn(frame: Frame, { facts }: Lowering): AnyNode[] {
  for (const plan of facts.plan.loops.values()) if (plan.frame === frame) return givingBack(plan);
  return [];
}

/** Tells whether what is left is in the same function. */
function canLeave({ jumpTargets, frame }: Lowering, word: string, label: string | undefined): boolean {
  const here = jumpTargets.filter((it) => it.frame === frame);
  if (label !== undefined) return here.some((it) => it.label === label);
  return here.some((it) => it.is === "loop" || (it.is === "switch" && word === "break"));
}

/** Calls the function that a body became, and leaves the loop as that says. */
function callsOf(call: AnyNode, exits: ReadonlySet<string>, lowering: Lowering): AnyNode[] {
  if (exits.size === 0) return [make.statement(call)];
  const { frame } = lowering;
  const exit = lowering.named(["_exit"]);
  const found: AnyNode[] = [make.declare(exit, call)];
  const isExit = (name: string) => make.binary("===", make.reference(exit), make.literal(name));
  if (exits.has("return")) {
    const isInner = frame.kind === "loop";
    if (isInner) exitsOf(frame, lowering).add("return");
    const isObject = make.binary("===", make.unary("typeof", make.reference(exit)), make.literal("object"));
    const given = make.returning(isInner ? make.reference(exit) : make.member(make.reference(exit), "value"));
    found.push(make.ifAlone(isObject, given));
  }
  for (const name of [...exits].filter((it) => it !== "return").sort()) {
    const [word = "", label] = name.split(" ");
    const isHere = label === undefined || frame.kind !== "loop" || canLeave(lowering, word, label);
    if (isHere) found.push(make.ifAlone(isExit(name), leave(word, label)));
    else {
      exitsOf(frame, lowering).add(name);
      const back = word === "continue" ? backIn(frame, lowering) : [];
      const given = make.returning(make.reference(exit));
      found.push(
        back.length > 0
          ? make.ifStatement(isExit(name), [...back, given])
          : make.ifAlone(isExit(name), given),
      );
    }
  }
  return found;
}

function leave(word: string, label: string | undefined): AnyNode {
  const at = {
    start: make.NOWHERE,
    end: make.NOWHERE,
    label: label === undefined ? null : make.identifier(label),
  };
  return word === "break" ? { type: "BreakStatement", ...at } : { type: "ContinueStatement", ...at };
}
