import { isArrayOfArrays, isSteady } from "../analyze/values.ts";
import * as make from "../tree/build.ts";
import { type AnyNode, type Comment, is, isPattern, type Loop, type NodeOf } from "../tree/nodes.ts";
import { indexNames, namesOfItem, namesOfList, namesOfValue } from "./hints.ts";
import { bodyFunction } from "./loop-functions.ts";
import type { Lowering, Rows, Slot } from "./lowering.ts";
import {
  asDeclarator,
  asExpression,
  asStatement,
  type PatternStep,
  stepsOf,
  stepTo,
  variableDeclaration,
} from "./patterns.ts";
import { behind } from "./statements.ts";
import { isOfSuper } from "./super.ts";

/** Makes the body of a loop, with statements before its own. */
type MakeBody = (opening: readonly AnyNode[]) => AnyNode;

interface LoopInput<Type extends Loop> {
  readonly node: Type;
  readonly lowering: Lowering;
  readonly body: MakeBody;
  readonly place: Slot;
  /** The statements in front of the loop, to which it adds its own. */
  readonly before: AnyNode[];
}

export const loops: Rows = {
  WhileStatement: (node, lowering, place) => loopOf(node, lowering, place),
  DoWhileStatement: (node, lowering, place) => loopOf(node, lowering, place),
  ForStatement: (node, lowering, place) => loopOf(node, lowering, place),
  ForInStatement: (node, lowering, place) => loopOf(node, lowering, place),
  ForOfStatement: (node, lowering, place) => loopOf(node, lowering, place),
};

function loopOf(node: Loop, lowering: Lowering, place: Slot): AnyNode | AnyNode[] {
  const plan = lowering.facts.plan.loops.get(node);
  if (!plan) {
    const body: MakeBody = (opening) => withOpening(node.body, opening);
    const before: AnyNode[] = [];
    return behind(before, lowered({ node, lowering, body, place, before }), { place, lowering });
  }
  const made = bodyFunction(node, plan, lowering);
  const before = [...made.before];
  const body: MakeBody = (opening) => make.block([...opening, ...made.calls]);
  return behind(before, lowered({ node: made.node, lowering, body, place, before }), { place, lowering });
}

/** The body of a loop, with statements before its own. */
function withOpening(body: AnyNode, opening: readonly AnyNode[]): AnyNode {
  if (opening.length === 0) return body;
  if (is(body, "BlockStatement"))
    return { ...body, body: [...belowComment(opening, body.body[0]), ...body.body] };
  return make.block([...opening, body]);
}

/** Statements at the beginning of a block, below a comment behind its brace: that is about the loop. */
function belowComment([first, ...others]: readonly AnyNode[], own: AnyNode | undefined): AnyNode[] {
  if (!first) return [];
  const before = own?.comments?.before ?? [];
  const isBehindBrace = before[0]?.startsLine === false;
  if (!own || !isBehindBrace) return [first, ...others];
  const [comment, ...rest] = before as [Comment, ...Comment[]];
  own.comments = { ...own.comments, before: rest };
  return [
    { ...first, comments: { ...first.comments, before: [comment, ...(first.comments?.before ?? [])] } },
    ...others,
  ];
}

function lowered(given: LoopInput<Loop>): AnyNode {
  const { node, lowering, body } = given;
  switch (node.type) {
    case "ForStatement":
      return {
        ...node,
        init: node.init && effectOf(node.init, lowering),
        update: node.update && effectOf(node.update, lowering),
        body: body([]),
      };
    case "ForInStatement":
      return overKeys({ ...given, node });
    case "ForOfStatement":
      return lowering.mayBeIterable(node.right)
        ? overIterable({ ...given, node })
        : overList({ ...given, node });
    default:
      return { ...node, body: body([]) };
  }
}

/** The effect of a part of the head of a loop: `[a, b] = c` -> `a = c[0], b = c[1]` */
function effectOf(node: AnyNode, lowering: Lowering): AnyNode {
  if (!is(node, "AssignmentExpression") || !isPattern(node.left)) return node;
  return make.sequence(stepsOf(node.left, node.right, lowering).map(asExpression));
}

/** `for (const [a] in b)` -> `for (var _key in b) { var a = _key[0];` */
function overKeys({ node, lowering, body }: LoopInput<NodeOf<"ForInStatement">>): AnyNode {
  const target = targetOf(node.left);
  if (!isPattern(target) && !isOfSuper(target)) {
    const isDeclared = lowering.facts.plan.declaring.has(target);
    const left = isDeclared ? make.declaration([make.declarator(target)]) : target;
    return { ...node, left, body: body([]) };
  }
  const key = lowering.named(["_key"]);
  const opening = setting(node.left, make.reference(key), { lowering, names: [] });
  return { ...node, left: make.declare(key), body: body(opening) };
}

/** `for (const a of f())` -> `for (var i = 0, list = f(); i < list.length; i++) { var a = list[i];` */
function overList({ node, lowering, body }: LoopInput<NodeOf<"ForOfStatement">>): AnyNode {
  const { right } = node;
  const index = lowering.named(indexNames);
  const isOwn =
    is(right, "Identifier") && right.variable !== undefined && isSteady(right.variable) && !right.comments;
  const list = isOwn ? undefined : lowering.named(namesOfList(right));
  const read = () => (list ? make.reference(list) : make.copyOf(right));
  const item = make.memberAt(read(), { key: make.reference(index), computed: true });
  if (isArrayOfArrays(right)) lowering.arrays.add(item);
  const opening = setting(node.left, item, { lowering, names: namesOfItem(right) });
  const begin = make.declaration([
    make.declarator(make.reference(index), make.literal(0)),
    ...(list ? [make.declarator(make.reference(list), right)] : []),
  ]);
  const test = make.binary("<", make.reference(index), make.member(read(), "length"));
  return loopNode("ForStatement", node, {
    init: begin,
    test,
    update: make.increment(make.reference(index)),
    body: body(opening),
  });
}

/**
 * Iterates any iterable, which is told when the loop is left:
 *
 *   for (const a of b) {…}   -> var _items = __iterate(b);
 *                               try { while (_items.next()) { var a = _items.value; … } }
 *                               catch (error) { _items.fail(error); }
 *                               finally { _items.close(); }
 */
function overIterable({ node, lowering, body, place, before }: LoopInput<NodeOf<"ForOfStatement">>): AnyNode {
  const items = lowering.named(["_items"]);
  const ask = (name: string, given: AnyNode[] = []) => make.callMethod(make.reference(items), name, given);
  const opening = setting(node.left, make.member(make.reference(items), "value"), {
    lowering,
    names: ["_item"],
  });
  const loop = loopNode("WhileStatement", node, { test: ask("next"), body: body(opening) });
  const isLabelled = is(place.parent, "LabeledStatement");
  const error = lowering.named(["_error"]);
  const handler: AnyNode = {
    ...{ type: "CatchClause", start: make.NOWHERE, end: make.NOWHERE, param: make.reference(error) },
    body: make.block([make.statement(ask("fail", [make.reference(error)]))]),
  } as AnyNode;
  const guarded: AnyNode = {
    ...{ type: "TryStatement", start: node.start, end: node.end, handler },
    block: make.block([isLabelled ? ({ ...(place.parent as AnyNode), body: loop } as AnyNode) : loop]),
    finalizer: make.block([make.statement(ask("close"))]),
  } as AnyNode;
  const iterate = make.call(lowering.helper("__iterate"), [node.right]);
  before.push(make.declaration([make.declarator(make.reference(items), iterate)]));
  if (isLabelled) lowering.labelled.add(guarded);
  return guarded;
}

function loopNode(type: "ForStatement" | "WhileStatement", { start, end }: AnyNode, parts: object): AnyNode {
  return { type, start, end, ...parts } as AnyNode;
}

/** The variable or the pattern that a loop sets in each round. */
function targetOf(left: AnyNode): AnyNode {
  return is(left, "VariableDeclaration") ? (left.declarations[0]?.id as AnyNode) : left;
}

/** Gives what a loop sets in each round its value; `names` are those of the value, where that is kept. */
function setting(
  left: AnyNode,
  value: AnyNode,
  { lowering, names }: { readonly lowering: Lowering; readonly names: readonly string[] },
): AnyNode[] {
  const target = targetOf(left);
  const isDeclaration = is(left, "VariableDeclaration");
  const variableFor = (it: AnyNode) => {
    const wanted = it === value ? names : namesOfValue(it);
    return isDeclaration ? lowering.named(wanted) : lowering.temporary(wanted);
  };
  const steps: PatternStep[] = isPattern(target)
    ? stepsOf(target, value, lowering, variableFor)
    : [stepTo(target, value, lowering)];
  const found: AnyNode[] = [];
  let declared: NodeOf<"VariableDeclarator">[] = [];
  const close = () => {
    if (declared.length > 0) found.push(variableDeclaration(declared));
    declared = [];
  };
  for (const step of steps) {
    const declares = step.isTemporary || lowering.facts.plan.declaring.has(step.target as AnyNode);
    if (isDeclaration && declares && step.target) declared.push(asDeclarator(step));
    else {
      close();
      found.push(asStatement(step));
    }
  }
  close();
  return found;
}
