import * as make from "../tree/build.ts";
import { type AnyNode, is, isClass, isLoop, isPattern, type NodeOf } from "../tree/nodes.ts";
import { isLogicalAssignment, targetOf } from "./assignments.ts";
import { allMissing, asThere, chainOf, isMissing } from "./chains.ts";
import { classStatements, isTopLevel } from "./classes.ts";
import { negated } from "./conditions.ts";
import { namesOfValue } from "./hints.ts";
import type { EnterRows, Lowering, Rows, Slot } from "./lowering.ts";
import {
  asDeclarator,
  asExpression,
  asStatement,
  type PatternStep,
  stepsOf,
  variableDeclaration,
} from "./patterns.ts";
import { readTarget, setTarget } from "./super.ts";

export const enterStatements: EnterRows = {
  ExpressionStatement: ({ expression, directive }, lowering) => {
    if (typeof directive !== "string") markStatement(expression, lowering);
  },
  IfStatement: ({ test }, lowering) => void lowering.asCondition.add(test),
  WhileStatement: ({ test }, lowering) => void lowering.asCondition.add(test),
  DoWhileStatement: ({ test }, lowering) => void lowering.asCondition.add(test),
  ForStatement: ({ test, init, update }, lowering) => {
    if (test) lowering.asCondition.add(test);
    for (const part of [init, update]) {
      if (is(part, "AssignmentExpression") && isPattern(part.left)) lowering.deferred.add(part);
    }
  },
  ConditionalExpression: ({ test }, lowering) => void lowering.asCondition.add(test),
  UnaryExpression: ({ operator, argument }, lowering) => {
    if (operator === "!") lowering.asCondition.add(argument);
  },
  LogicalExpression: (node, lowering) => {
    if (lowering.asCondition.has(node) && node.operator !== "??")
      lowering.asCondition.add(node.left).add(node.right);
  },
  SwitchStatement: noteHoistedFunctions,
};

/** Notes an expression, and the one that it is lowered to, as one of which only the effect matters. */
function markStatement(expression: AnyNode, lowering: Lowering): void {
  const waiting: AnyNode[] = [expression];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    lowering.asStatement.add(node);
    switch (node.type) {
      case "UnaryExpression":
        if (node.operator === "void" || node.operator === "!") waiting.push(node.argument);
        break;
      case "SequenceExpression":
        waiting.push(...node.expressions);
        break;
      case "ConditionalExpression":
        lowering.asCondition.add(node.test);
        waiting.push(node.consequent, node.alternate);
        break;
      case "LogicalExpression":
        if (node.operator === "??") lowering.deferred.add(node);
        else lowering.asCondition.add(node.left);
        waiting.push(node.right);
        break;
      case "ChainExpression":
        lowering.deferred.add(node);
        break;
      case "AssignmentExpression":
        if (isLogicalAssignment(node.operator) || isPattern(node.left)) lowering.deferred.add(node);
        break;
      default:
    }
  }
}

export const statements: Rows = {
  ExpressionStatement: (node, lowering) => {
    if (typeof node.directive === "string") return node;
    return asStatements(node.expression, lowering, node);
  },
  VariableDeclaration: variables,
  CatchClause: (node, lowering) => {
    const { param, body } = node;
    if (param && lowering.facts.scopes.bindingOf(param)?.kind === "catch") return node;
    const variable = lowering.named(["error", "_error"]);
    const named = { ...node, param: make.reference(variable) };
    if (!param) return named;
    const parts = partsOf(make.declarator(param, make.reference(variable)), lowering);
    const declared = statementsOf(parts, make.declaration([]));
    return { ...named, body: { ...body, body: [...declared, ...body.body] } };
  },
  SwitchStatement: (node, lowering, place) => {
    const isMoved = (it: AnyNode) => lowering.hoistedFunctions.has(it);
    const moved = node.cases.flatMap(({ consequent }) => consequent.filter(isMoved));
    if (moved.length === 0) return node;
    const cases = node.cases.map((it) => ({
      ...it,
      consequent: it.consequent.filter((one) => !isMoved(one)),
    }));
    return behind(moved, { ...node, cases }, { place, lowering });
  },
  LabeledStatement: (node, lowering, place) => {
    const before = lowering.before.get(node.body) ?? [];
    if (lowering.labelled.has(node.body)) return [...before, node.body];
    return behind(before, labelled(node), { place, lowering });
  },
  // A statement that is left out may leave comments.
  EmptyStatement: (node, _, { parent }) => {
    return is(parent, "Program", "BlockStatement", "SwitchCase") && !node.comments ? [] : node;
  },
};

/** JSHint knows labels in front of loops, `switch` and blocks: `a: if (b) {…}` -> `a: { if (b) {…} }` */
function labelled(node: NodeOf<"LabeledStatement">): AnyNode {
  const { body } = node;
  if (isLoop(body) || is(body, "SwitchStatement", "BlockStatement")) return node;
  return { ...node, body: make.block([body]) };
}

/** A statement behind others, which have to stand before its label, too. */
export function behind(
  before: readonly AnyNode[],
  statement: AnyNode,
  { place, lowering }: { readonly place: Slot; readonly lowering: Lowering },
): AnyNode | AnyNode[] {
  if (before.length === 0) return statement;
  if (!is(place.parent, "LabeledStatement")) return [...before, statement];
  lowering.before.set(statement, [...before]);
  return statement;
}

/**
 * The statements that a person writes for an expression of which only the effect matters:
 *
 *   a || (a = b);    -> if (!a) { a = b; }
 *   a?.b();          -> if (a != null) { a.b(); }
 *   a = b, c();      -> a = b; c();
 *   !a(); void b();  -> a(); b();
 */
function asStatements(
  node: AnyNode,
  lowering: Lowering,
  whole?: NodeOf<"ExpressionStatement">,
): AnyNode | AnyNode[] {
  const unchanged = () => (whole?.expression === node ? whole : make.at(node, make.statement(node)));
  if (!lowering.asStatement.has(node)) return unchanged();
  switch (node.type) {
    case "Identifier":
    case "Literal":
    case "ThisExpression":
      return [];
    case "UnaryExpression":
      if (node.operator === "void" || node.operator === "!") return asStatements(node.argument, lowering);
      if (node.operator !== "delete" || !is(node.argument, "ChainExpression")) return unchanged();
      return chainStatement(node.argument, lowering, (value) => make.unary("delete", value));
    case "SequenceExpression":
      return node.expressions.flatMap((it) => asStatements(it, lowering));
    case "ChainExpression":
      return chainStatement(node, lowering, (value) => value);
    case "ConditionalExpression":
      return ifElse(node.test, listOf(node.consequent, lowering), listOf(node.alternate, lowering));
    case "LogicalExpression":
      return logicalStatement(node, lowering);
    case "AssignmentExpression":
      return assignmentStatements(node, lowering) ?? unchanged();
    default:
      return unchanged();
  }
}

function listOf(node: AnyNode, lowering: Lowering): AnyNode[] {
  const made = asStatements(node, lowering);
  return Array.isArray(made) ? made : [made];
}

function chainStatement(
  chain: NodeOf<"ChainExpression">,
  lowering: Lowering,
  finish: (value: AnyNode) => AnyNode,
): AnyNode {
  const { missing, value } = chainOf(chain, lowering);
  const last = make.statement(finish(value));
  return missing.length === 0 ? last : make.ifStatement(make.joined("&&", missing.map(asThere)), [last]);
}

function ifElse(test: AnyNode, then: readonly AnyNode[], otherwise: readonly AnyNode[]): AnyNode | AnyNode[] {
  if (then.length > 0) return make.ifStatement(test, then, otherwise);
  if (otherwise.length > 0) return make.ifStatement(negated(test), otherwise);
  return is(test, "Identifier", "Literal") ? [] : make.statement(test);
}

function logicalStatement(node: NodeOf<"LogicalExpression">, lowering: Lowering): AnyNode | AnyNode[] {
  const right = listOf(node.right, lowering);
  if (node.operator === "&&") return ifElse(node.left, right, []);
  if (node.operator === "||") return ifElse(node.left, [], right);
  return make.ifStatement(allMissing(node.left, lowering), right);
}

/** `a.b ||= c` -> `if (!a.b) { a.b = c; }`, and `[a, b] = c` -> `a = c[0]; b = c[1];` */
function assignmentStatements(
  { left, operator, right }: NodeOf<"AssignmentExpression">,
  lowering: Lowering,
): AnyNode[] | undefined {
  if (isPattern(left)) return stepsOf(left, right, lowering).map(asStatement);
  if (!isLogicalAssignment(operator)) return undefined;
  const { first, again } = targetOf(left, lowering);
  const given = readTarget(first, lowering);
  const set = [make.statement(setTarget(again(), right, lowering))];
  if (operator === "&&=") return [make.ifStatement(given, set)];
  return [make.ifStatement(operator === "||=" ? negated(given) : isMissing(given), set)];
}

/** A variable that is declared, or gets its value, where a declaration stands. */
interface DeclaredPart extends PatternStep {
  readonly declares: boolean;
  readonly declarator?: NodeOf<"VariableDeclarator">;
}

function variables(
  node: NodeOf<"VariableDeclaration">,
  lowering: Lowering,
  place: Slot,
): AnyNode | AnyNode[] {
  const { parent, key } = place;
  if (is(parent, "ForInStatement", "ForOfStatement") && key === "left") return node;
  if (is(parent, "ForStatement") && key === "init") return headOf(node, lowering, parent);
  const found: AnyNode[] = [];
  let parts: DeclaredPart[] = [];
  const close = () => {
    found.push(...statementsOf(parts, node));
    parts = [];
  };
  for (const declarator of node.declarations) {
    if (isClass(declarator.init)) {
      close();
      found.push(...classStatements(declarator.init, lowering, isTopLevel(place, lowering)));
    } else parts.push(...partsOf(declarator, lowering));
  }
  close();
  if (lowering.hoistedFunctions.has(node)) for (const it of found) lowering.hoistedFunctions.add(it);
  return found;
}

function partsOf(declarator: NodeOf<"VariableDeclarator">, lowering: Lowering): DeclaredPart[] {
  const { declaring, emptied, repeated } = lowering.facts.plan;
  const { id, init } = declarator;
  if (isPattern(id)) {
    if (!init) return [];
    const steps = stepsOf(id, init, lowering, (it) => lowering.named(namesOfValue(it)));
    const declares = ({ isTemporary, target }: PatternStep) =>
      isTemporary === true || (target !== undefined && declaring.has(target));
    return steps.map((step) => ({ ...step, declares: declares(step) }));
  }
  const declares = declaring.has(id);
  const isEmpty = !init || (declares && !repeated.has(id) && isUndefined(init));
  if (init && !isEmpty) return [{ target: id, value: init, declares, declarator }];
  if (emptied.has(id)) return [{ target: id, value: make.undefinedValue(), declares }];
  const empty = { ...declarator, init: null };
  return declares ? [{ target: id, value: make.undefinedValue(), declares, declarator: empty }] : [];
}

function isUndefined(node: AnyNode): boolean {
  return is(node, "Identifier") && node.name === "undefined" && !node.variable;
}

/** `var a = 1, b = 2; c = 3;` */
function statementsOf(parts: readonly DeclaredPart[], node: NodeOf<"VariableDeclaration">): AnyNode[] {
  const found: AnyNode[] = [];
  let declared: NodeOf<"VariableDeclarator">[] = [];
  const close = () => {
    if (declared.length > 0) found.push(make.at(node, variableDeclaration(declared)));
    declared = [];
  };
  for (const part of parts) {
    if (part.declares) declared.push(declaratorOf(part));
    else {
      close();
      found.push(make.at(part.target ?? node, asStatement(part)));
    }
  }
  close();
  return found;
}

function declaratorOf(part: DeclaredPart): NodeOf<"VariableDeclarator"> {
  return part.declarator ?? asDeclarator(part);
}

/** The head of a `for` loop, which holds one `var`, or none. */
function headOf(
  node: NodeOf<"VariableDeclaration">,
  lowering: Lowering,
  loop: NodeOf<"ForStatement">,
): AnyNode {
  const parts = node.declarations.flatMap((it) => partsOf(it, lowering));
  // The function that sets them first has variables of its own.
  const isOwn = lowering.facts.plan.loops.get(loop)?.firstFrame !== undefined;
  if (isOwn || parts.every(({ declares }) => declares)) {
    return {
      ...node,
      kind: "var",
      declarations: parts.map(({ comments: _, ...part }) => declaratorOf(part)),
    };
  }
  for (const { target, isTemporary } of parts) {
    if (isTemporary && is(target, "Identifier") && target.variable)
      lowering.frame.ofVariables.declared.push(target.variable);
  }
  return make.sequence(parts.map(asExpression));
}

/** A function that one case declares and another uses: esbuild writes it as a `let` where its own case begins. */
function noteHoistedFunctions(node: NodeOf<"SwitchStatement">, lowering: Lowering): void {
  for (const { consequent, start, end } of node.cases)
    for (const statement of consequent) {
      if (!is(statement, "VariableDeclaration") || statement.kind !== "let") continue;
      if (statement.declarations.length !== 1) continue;
      const [declared] = statement.declarations;
      const binding = declared && lowering.facts.scopes.bindingOf(declared.id);
      const isShared = binding?.references.some(({ node }) => node.start < start || end <= node.start);
      if (isShared && is(declared?.init, "FunctionExpression")) lowering.hoistedFunctions.add(statement);
    }
}
