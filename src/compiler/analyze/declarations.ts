import type { Frame } from "../tree/frames.ts";
import { type AnyNode, is, isLoop, type NodeOf } from "../tree/nodes.ts";
import type { Binding, Reference, Scope, Scopes } from "../tree/scope.ts";
import type { Variable } from "../tree/variables.ts";

/** The declarations of the variables of ES5: each stands once, as JSHint marks the second `var` of a name. */
export interface VariableDeclarations {
  /** The identifiers that stand where their variable is declared: others of that variable are assigned to. */
  readonly declaring: ReadonlySet<AnyNode>;
  /** The variables that are declared where their function begins. */
  readonly hoisted: readonly Variable[];
  /** The declarations without a value that have to set `undefined`, as the variable can still have another. */
  readonly emptied: ReadonlySet<AnyNode>;
  /** The declarations that are reached more than once while their function runs. */
  readonly repeated: ReadonlySet<AnyNode>;
  /** The variables that the body of a function declares, and that begin with the value of a parameter, by the function. */
  readonly begun: ReadonlyMap<AnyNode, readonly BegunVariable[]>;
}

/** A `var` of a body and the parameter of its name, which functions among the parameters keep: `(a, b = () => a) { var a; … }` */
export interface BegunVariable {
  readonly variable: Variable;
  readonly parameter: Variable;
}

interface DeclarationContext {
  readonly frameOf: (scope: Scope) => Frame;
  readonly variableOf: (binding: Binding) => Variable;
  readonly owners: ReadonlyMap<Variable, Frame>;
}

/** One place that declares a variable. */
interface DeclarationSite {
  readonly variable: Variable;
  readonly node: AnyNode;
  readonly scope: Scope;
  readonly hasValue: boolean;
  /** The head of a loop that it stands in. */
  readonly head: Scope | undefined;
}

/**
 * Plans where variables are declared:
 *
 *   for (let i = 0; …) {…} for (let i = 0; …) {…}        -> for (var i = 0; …) {…} for (i = 0; …) {…}
 *   if (a) { const b = 1; … } else { const b = 2; … }    -> var b; if (a) { b = 1; … } else { b = 2; … }
 */
export function planDeclarations(scopes: Scopes, planned: DeclarationContext): VariableDeclarations {
  const { frameOf, variableOf, owners } = planned;
  const sites = sitesIn(scopes, planned);
  const kinds = kindsOfVariables(scopes, planned);
  const byVariable = new Map<Variable, DeclarationSite[]>();
  for (const site of sites) {
    const known = byVariable.get(site.variable);
    if (known) known.push(site);
    else byVariable.set(site.variable, [site]);
  }
  const hoisted = new Set<Variable>();
  for (const binding of scopes.bindings) {
    const variable = variableOf(binding);
    if (binding.kind === "var" && !byVariable.has(variable) && isNamed(binding)) hoisted.add(variable);
  }
  const isElsewhere = ({ variable, scope }: DeclarationSite) =>
    owners.get(variable) !== frameOf(scope).ofVariables;
  for (const [variable, here] of byVariable) {
    const [first] = here as [DeclarationSite];
    if (kinds.known.has(variable) || hoisted.has(variable)) continue;
    const isRepeated = here.length > 1 && isNested(first, planned);
    const isUsedOutside =
      kinds.vars.has(variable) && isNested(first, planned) && !isConfined(variable, aroundOf(first));
    const isEmptied = here.some((it) => !it.hasValue && !it.head && isInLoop(it, planned));
    if (isRepeated || isUsedOutside || isEmptied || here.some(isElsewhere)) hoisted.add(variable);
  }
  hoistMixedHeads(sites, kinds.known, hoisted);
  const declaring = new Set<AnyNode>();
  for (const [variable, [first]] of byVariable)
    if (first && !kinds.known.has(variable) && !hoisted.has(variable)) declaring.add(first.node);
  const isMerged = ({ variable }: DeclarationSite) => {
    const [first, ...others] = byVariable.get(variable) ?? [];
    return others.some(({ scope }) => scope !== first?.scope);
  };
  const emptied = sites.filter(
    (site) => !site.hasValue && !kinds.vars.has(site.variable) && (isMerged(site) || isInLoop(site, planned)),
  );
  return {
    declaring,
    hoisted: [...hoisted],
    emptied: new Set(emptied.map(({ node }) => node)),
    repeated: new Set(sites.filter((it) => isInLoop(it, planned)).map(({ node }) => node)),
    begun: begunIn(scopes, planned),
  };
}

function begunIn({ bindings }: Scopes, { variableOf }: DeclarationContext): Map<AnyNode, BegunVariable[]> {
  const begun = new Map<AnyNode, BegunVariable[]>();
  for (const binding of bindings) {
    const before = parameterBefore(binding);
    const variable = variableOf(binding);
    if (!before || variableOf(before) === variable) continue;
    const { node } = before.scope;
    begun.set(node, [...(begun.get(node) ?? []), { variable, parameter: variableOf(before) }]);
  }
  return begun;
}

/** The places that declare variables, in the order of the text. */
function sitesIn({ bindings }: Scopes, planned: DeclarationContext): DeclarationSite[] {
  const sites: DeclarationSite[] = [];
  for (const binding of bindings) {
    const isNestedClass =
      binding.kind === "class" && binding.scope.kind !== "class" && !isWhole(binding.scope, planned);
    const isVariable = /^(var|let|const)$/.test(binding.kind) || isNestedClass;
    for (const it of binding.references) {
      const head = headOf(it);
      // A parameter or a function can be declared once more, which matters in the head of a loop.
      if (!it.isDeclaration || !(isVariable || head)) continue;
      // A `var` of the name of a `catch`'s parameter leaves that as it is.
      const hasValue = it.write !== undefined || binding.scope.kind === "catch";
      sites.push({ variable: planned.variableOf(binding), node: it.node, scope: it.scope, hasValue, head });
    }
  }
  return sites.sort((a, b) => a.node.start - b.node.start);
}

/** The head of a loop that a declaration stands in, by the scope of that. */
function headOf({ scope, node }: Reference): Scope | undefined {
  const { parent } = scope;
  if (parent?.kind === "loop" && scope.node === (parent.node as NodeOf<"ForStatement">).init) return scope;
  const isOver = scope.kind === "loop" && is(scope.node, "ForInStatement", "ForOfStatement");
  return isOver && node.end <= scope.node.right.start ? scope : undefined;
}

function isNamed({ references }: Binding): boolean {
  return references.length > 0;
}

interface KindsOfVariables {
  /** Those of a `var`. */
  readonly vars: ReadonlySet<Variable>;
  /** Those that need no `var`: a parameter, a function, or declared where its function or the body of that begins. */
  readonly known: ReadonlySet<Variable>;
}

function kindsOfVariables({ bindings }: Scopes, { variableOf }: DeclarationContext): KindsOfVariables {
  const [vars, known] = [new Set<Variable>(), new Set<Variable>()];
  for (const binding of bindings) {
    if (binding.kind === "var") vars.add(variableOf(binding));
    if (binding.kind === "parameter" || isFunction(binding) || parameterBefore(binding) !== undefined)
      known.add(variableOf(binding));
  }
  return { vars, known };
}

function isFunction({ kind, scope }: Binding): boolean {
  return kind === "function" && scope === scope.varScope;
}

/** The parameter that a `var` of the same name begins as, in a body with a scope of its own. */
function parameterBefore({ name, kind, scope, references }: Binding): Binding | undefined {
  const isFunctionToo = references.some(({ write }) => is(write?.value, "FunctionDeclaration"));
  return kind === "var" && scope.kind === "body" && !isFunctionToo
    ? scope.parent?.bindings.get(name)
    : undefined;
}

/** Tells whether a place stands in a block of its function. */
function isNested(site: DeclarationSite, planned: DeclarationContext): boolean {
  return !isWhole(aroundOf(site), planned);
}

/** The scope that a declaration belongs to as a reader sees it: around the loop of a head. That of a `for…of` moves into the body. */
function aroundOf({ head, scope }: DeclarationSite): Scope {
  if (head?.kind === "loop" && is(head.node, "ForOfStatement")) return head;
  return (head && outsideOf(head)) ?? scope;
}

function outsideOf(head: Scope): Scope | undefined {
  return head.kind === "loop" ? head.parent : head.parent?.parent;
}

/** Tells whether a scope is all of a function of ES5. */
function isWhole(scope: Scope, { frameOf }: DeclarationContext): boolean {
  if (scope === scope.varScope) return true;
  return scope.parent !== undefined && frameOf(scope) !== frameOf(scope.parent);
}

/** Tells whether all of a variable's places are inside of a scope. */
function isConfined(variable: Variable, scope: Scope): boolean {
  return variable.bindings.every(({ references }) => references.every((it) => isInside(it.scope, scope)));
}

function isInside(scope: Scope, outer: Scope): boolean {
  for (let it: Scope | undefined = scope; it; it = it.parent) if (it === outer) return true;
  return false;
}

/** Tells whether a place is reached more than once while its function runs. */
function isInLoop({ scope, head }: DeclarationSite, planned: DeclarationContext): boolean {
  for (let it = head ? outsideOf(head) : scope; it; it = it.parent) {
    if (isWhole(it, planned)) return false;
    if (isLoop(it.node) && it.kind === "loop") return true;
  }
  return false;
}

/** The head of a loop holds one `var`, or none: where some of its variables are known before, all are. */
function hoistMixedHeads(
  sites: readonly DeclarationSite[],
  known: ReadonlySet<Variable>,
  hoisted: Set<Variable>,
): void {
  const isKnown = (variable: Variable) => known.has(variable) || hoisted.has(variable);
  const seen = new Set<Variable>();
  for (let start = 0; start < sites.length; ) {
    const { head } = sites[start] as DeclarationSite;
    let end = start + 1;
    while (head && sites[end]?.head === head) end++;
    const here = sites.slice(start, end);
    const isMixed =
      head &&
      here.some(
        (site, index) =>
          seen.has(site.variable) || isKnown(site.variable) || isSetAgain(site, here.slice(0, index)),
      );
    for (const { variable } of here) {
      if (isMixed && !seen.has(variable) && !isKnown(variable)) hoisted.add(variable);
      seen.add(variable);
    }
    start = end;
  }
}

/** `for (var list = given, first = list[0], list = rest(list); …)` */
function isSetAgain({ variable, hasValue }: DeclarationSite, before: readonly DeclarationSite[]): boolean {
  return hasValue && before.some((it) => it.variable === variable);
}
