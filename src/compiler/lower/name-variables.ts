import { childrenOf } from "../../source/walk.ts";
import { freeName } from "../tree/free-name.ts";
import { type AnyNode, is, isFunction, type NodeOf } from "../tree/nodes.ts";
import type { Variable } from "../tree/variables.ts";

/** A function of ES5, or a `catch`, while its variables are named. */
export class NamedScope {
  readonly outer: NamedScope | undefined;
  readonly isCatch: boolean;
  readonly declared = new Set<Variable>();
  /** The variables and globals that are used in it and in the scopes inside. */
  readonly used = new Set<Variable>();
  readonly globals = new Set<string>();
  readonly inner: NamedScope[] = [];

  constructor(outer?: NamedScope, isCatch = false) {
    this.outer = outer;
    this.isCatch = isCatch;
    outer?.inner.push(this);
  }
}

/** The variables at the top of a module that its source does not have. */
export function temporariesAtTop({ declared }: NamedScope): Variable[] {
  return [...declared].filter(({ isTemporary }) => isTemporary);
}

/**
 * Names the variables of a lowered module; those at its top have names already. A variable of the source keeps its name, unless the
 * lowering has moved it to where another variable of that name is used. A temporary shadows no other variable.
 */
export function nameVariables(program: NamedScope): void {
  const waiting = [program];
  const atTop = new Set([...program.declared].map(({ name }) => name));
  for (let scope = waiting.pop(); scope; scope = waiting.pop()) {
    if (scope.outer) nameDeclared(scope, atTop);
    for (const it of scope.used)
      if (it.name === "") throw new Error(`Nothing declares the variable ${it.wanted[0]}.`);
    waiting.push(...scope.inner);
  }
}

/** A step of the walk: a node in a scope, or the end of the scope. */
interface WalkStep {
  readonly node?: AnyNode;
  readonly parent?: AnyNode | undefined;
  readonly scope: NamedScope;
}

/** Finds the functions of a module, and the names that they declare and use. */
export function namedScopeOf(program: NodeOf<"Program">): NamedScope {
  const whole = new NamedScope();
  const waiting: WalkStep[] = [{ node: program, scope: whole }];
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    const { node, parent, scope } = step;
    if (!node) close(scope);
    else if (is(node, "Identifier")) noteName(node, parent, scope);
    else {
      const isCatch = is(node, "CatchClause");
      const inside = isFunction(node) || isCatch ? new NamedScope(scope, isCatch) : scope;
      if (inside !== scope) waiting.push({ scope: inside });
      for (const it of childrenOf<AnyNode>(node).reverse()) {
        const isOutside = is(node, "FunctionDeclaration") && it === node.id;
        waiting.push({ node: it, parent: node, scope: isOutside ? scope : inside });
      }
    }
  }
  return whole;
}

/** Hands the names that a scope does not declare on to the scope around it. */
function close({ outer, used, declared, globals }: NamedScope): void {
  for (const it of used) if (!declared.has(it)) outer?.used.add(it);
  for (const it of globals) outer?.globals.add(it);
}

function noteName(node: NodeOf<"Identifier">, parent: AnyNode | undefined, scope: NamedScope): void {
  const { variable } = node;
  if (!variable) {
    if (!isPropertyOrLabel(node, parent)) scope.globals.add(node.name);
    return;
  }
  scope.used.add(variable);
  if (declares(parent, node)) functionOf(scope, parent).declared.add(variable);
}

function declares(parent: AnyNode | undefined, node: AnyNode): boolean {
  if (isFunction(parent)) return true;
  return (
    (is(parent, "VariableDeclarator") && parent.id === node) ||
    (is(parent, "CatchClause") && parent.param === node)
  );
}

/** The scope that a declaration belongs to: `var` passes through `catch`. */
function functionOf(scope: NamedScope, parent: AnyNode | undefined): NamedScope {
  if (is(parent, "CatchClause")) return scope;
  let found = scope;
  while (found.isCatch && found.outer) found = found.outer;
  return found;
}

function isPropertyOrLabel(node: AnyNode, parent: AnyNode | undefined): boolean {
  switch (parent?.type) {
    case "MemberExpression":
      return parent.property === node && !parent.computed;
    case "Property":
      return parent.key === node && !parent.computed;
    case "LabeledStatement":
    case "BreakStatement":
    case "ContinueStatement":
      return true;
    default:
      return false;
  }
}

function nameDeclared(scope: NamedScope, atTop: ReadonlySet<string>): void {
  const taken = new Set(scope.globals);
  for (const it of scope.used) if (it.name !== "") taken.add(it.name);
  // JSHint marks the parameter of a `catch` that has the name of a variable of its function.
  for (let it = scope; it.isCatch && it.outer; it = it.outer)
    for (const { name } of it.outer.declared) taken.add(name);
  const give = (variable: Variable, isTaken: (name: string) => boolean) => {
    variable.name = freeName(variable.wanted, isTaken);
    taken.add(variable.name);
  };
  const unnamed = [...scope.declared].filter(({ name }) => name === "");
  const temporaries = unnamed.filter(({ isTemporary }) => isTemporary);
  for (const it of unnamed) if (!it.isTemporary) give(it, (name) => taken.has(name));
  if (temporaries.length === 0) return;
  const seen = namesAround(scope);
  for (const it of temporaries) give(it, (name) => taken.has(name) || seen.has(name) || atTop.has(name));
}

/** The names that functions around a scope declare, but for the top of the module, and those that the source has in functions inside. */
function namesAround(scope: NamedScope): Set<string> {
  const names = new Set<string>();
  for (let outer = scope.outer; outer?.outer; outer = outer.outer)
    for (const it of outer.declared) names.add(it.name);
  const waiting = [...scope.inner];
  for (let inner = waiting.pop(); inner; inner = waiting.pop()) {
    for (const { isTemporary, wanted } of inner.declared) if (!isTemporary) names.add(wanted[0] ?? "");
    waiting.push(...inner.inner);
  }
  return names;
}
