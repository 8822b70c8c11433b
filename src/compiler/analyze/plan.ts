import { Frame, type HeadVariable, type LoopPlan } from "../tree/frames.ts";
import { type AnyClass, type AnyNode, is, isClass, isLoop, type Loop, type NodeOf } from "../tree/nodes.ts";
import type { Binding, Reference, Scope, Scopes } from "../tree/scope.ts";
import { type ExternalBinding, isCaptured, Variable, valuesOf } from "../tree/variables.ts";
import { constructorOf } from "./classes.ts";
import { planDeclarations, type VariableDeclarations } from "./declarations.ts";
import { SharedVariable } from "./shared-variable.ts";

/** The functions of ES5 that a program becomes, and their variables. */
export interface Plan extends VariableDeclarations {
  readonly program: Frame;
  readonly frameOf: (scope: Scope) => Frame;
  /** The frames that begin at a node, the outer one first. The value of a field begins that of the constructor again. */
  readonly framesAt: (node: AnyNode) => readonly Frame[];
  readonly loops: ReadonlyMap<Loop, LoopPlan>;
  readonly constructors: ReadonlyMap<AnyNode, Frame>;
  readonly variableOf: (binding: Binding) => Variable;
  readonly frameOfVariable: (variable: Variable) => Frame | undefined;
  /** The variables that the program as a whole has, those of its blocks, too, in the order of the text. */
  readonly ofProgram: readonly Variable[];
  /** The variables of other modules. */
  readonly externals: readonly Variable[];
}

export interface ModuleContext {
  /** The binding of a name that the program does not declare; undefined for a global. */
  readonly externalOf: (name: string) => ExternalBinding | undefined;
  /** The name in the source. */
  readonly originalName: (offset: number) => string | undefined;
}

/** Plans which functions and variables of ES5 a program has, and lets its identifiers stand for them. */
export function planOf(scopes: Scopes, { externalOf, originalName }: ModuleContext): Plan {
  const frames = new Map<Scope, Frame>();
  const constructors = new Map<AnyNode, Frame>();
  const loops = new Map<Loop, Omit<LoopPlan, "head">>();
  const capturing = new Set(scopes.bindings.flatMap((it) => (isOfRound(it) ? [it.scope.loop as Loop] : [])));
  const program = new Frame("program", scopes.program.node);
  const holders = holdersOfClasses(scopes);
  const beginning = new Map<AnyNode, Frame[]>();
  for (const scope of scopes.all) {
    const frame = frameFor(scope);
    frames.set(scope, frame);
    const outer = scope.parent && frames.get(scope.parent);
    if (frame !== outer) noteFrame(scope, frame);
  }

  const variables = new Map<Binding, Variable>();
  const owners = new Map<Variable, Frame>();
  const shared = new Map<Frame, Map<string, SharedVariable[]>>();
  const sharing = new Map<Variable, SharedVariable>();
  const heads = new Map<Loop, HeadVariable[]>();
  for (const binding of scopes.bindings) variables.set(binding, variableFor(binding));
  const externals = new Map<string, Variable>();
  for (const binding of scopes.bindings)
    for (const it of binding.references) it.node.variable = variableAt(binding, it);
  for (const reference of scopes.unresolved) nameExternal(reference);

  const loopPlans = new Map(
    [...loops].map(([loop, plan]) => [loop, { ...plan, head: heads.get(loop) ?? [] }]),
  );
  const frameOf = (scope: Scope) => frames.get(scope) as Frame;
  const variableOf = (binding: Binding) => variables.get(binding) as Variable;
  const all = [...new Set(variables.values())];
  return {
    program,
    frameOf,
    framesAt: (node) => beginning.get(node) ?? [],
    loops: loopPlans,
    constructors,
    variableOf,
    frameOfVariable: (variable) => owners.get(variable),
    ofProgram: all.filter((it) => owners.get(it) === program),
    externals: [...externals.values()],
    ...planDeclarations(scopes, { frameOf, variableOf, owners }),
  };

  function noteFrame({ kind, node }: Scope, frame: Frame): void {
    const start = kind === "field" ? ((node as NodeOf<"PropertyDefinition">).value as AnyNode) : node;
    beginning.set(start, [...(beginning.get(start) ?? []), frame]);
  }

  function frameFor(scope: Scope): Frame {
    const { parent, node, kind } = scope;
    if (!parent) return program;
    const outer = frames.get(parent) as Frame;
    switch (kind) {
      case "function":
        return (
          constructors.get(node) ??
          new Frame(node.type === "ArrowFunctionExpression" ? "arrow" : "function", node, outer)
        );
      case "class": {
        const { value } = constructorOf(node as AnyClass) ?? {};
        const made = new Frame("constructor", value ?? node, outer);
        constructors.set(value ?? node, made);
        constructors.set(node, made);
        return outer;
      }
      case "field":
        if ((node as NodeOf<"PropertyDefinition">).static) return new Frame("static field", node, outer);
        return constructors.get(parent.node) as Frame;
      case "static block":
        return new Frame("static block", node, outer);
      case "block":
        return isLoop(parent.node) && parent.kind === "loop" ? frameOfPart(scope, parent, outer) : outer;
      default:
        return outer;
    }
  }

  /** The frame of a part of a loop: of the function that its body becomes, if it becomes one. */
  function frameOfPart(scope: Scope, parent: Scope, outer: Frame): Frame {
    const loop = parent.node as Loop;
    if (!capturing.has(loop)) return outer;
    const plan = loops.get(loop) ?? loopPlan(loop, parent, outer);
    loops.set(loop, plan);
    if (scope.node === loop.body) return plan.frame;
    const { init, test, update } = loop as NodeOf<"ForStatement">;
    if (scope.node === init) return plan.firstFrame ?? outer;
    if (scope.node === test && plan.movesTest) return plan.frame;
    return scope.node === update && plan.movesUpdate ? plan.frame : outer;
  }

  function loopPlan(loop: Loop, scope: Scope, outer: Frame): Omit<LoopPlan, "head"> {
    const { init, test, update } = is(loop, "ForStatement") ? loop : {};
    const captures = (part: AnyNode | null | undefined) =>
      part ? [...scope.bindings.values()].some((it) => isCapturedIn(it, part)) : false;
    const movesUpdate = captures(update);
    return {
      loop,
      frame: new Frame("loop", loop.body, outer),
      firstFrame: captures(init) ? new Frame("loop", init as AnyNode, outer) : undefined,
      movesTest: movesUpdate || captures(test),
      movesUpdate,
    };
  }

  function variableFor(binding: Binding): Variable {
    const frame = frames.get(binding.scope) as Frame;
    const outer = outerVariable(binding);
    if (outer) return added(outer, binding);
    const plan = loops.get(binding.scope.node as Loop);
    if (plan && binding.scope.kind === "loop") noteHead(binding, plan);
    if (isKeptByFunction(binding)) return newVariable(binding, frame);
    const byName = shared.get(frame) ?? new Map<string, SharedVariable[]>();
    shared.set(frame, byName);
    const others = byName.get(binding.name) ?? [];
    byName.set(binding.name, others);
    const other = others.find((it) => it.hasRoomFor(binding.scope));
    if (other) return added(other.variable, binding);
    const variable = newVariable(binding, frame);
    const sharedVariable = new SharedVariable(variable, binding.scope);
    sharing.set(variable, sharedVariable);
    others.push(sharedVariable);
    return variable;
  }

  function newVariable(binding: Binding, frame: Frame): Variable {
    const variable = new Variable([wantedName(binding)]);
    owners.set(variable, frame);
    return added(variable, binding);
  }

  function isKeptByFunction(binding: Binding): boolean {
    return isKept(binding) && !(loops.has(binding.scope.node as Loop) && binding.scope.kind === "loop");
  }

  /** The variable that a class, or the body of a function, has outside as well. */
  function outerVariable({ name, scope }: Binding): Variable | undefined {
    if (scope.kind === "body") {
      const parameter = scope.parent?.bindings.get(name);
      return parameter && !isCapturedByParameters(parameter) ? variables.get(parameter) : undefined;
    }
    if (scope.kind !== "class") return undefined;
    const declared = holders.get(scope.node);
    return declared && valuesOf(declared).length === 1 ? variables.get(declared) : undefined;
  }

  function noteHead(binding: Binding, plan: Omit<LoopPlan, "head">): void {
    const list = heads.get(plan.loop) ?? [];
    heads.set(plan.loop, list);
    const names = [wantedName(binding)];
    const head = {
      binding,
      get outer() {
        return variables.get(binding) as Variable;
      },
      inner: new Variable(names),
      first: plan.firstFrame && new Variable(names),
    };
    owners.set(head.inner, plan.frame);
    if (head.first && plan.firstFrame) owners.set(head.first, plan.firstFrame);
    list.push(head);
  }

  function variableAt(binding: Binding, { scope }: Reference): Variable {
    const head = heads.get(binding.scope.node as Loop)?.find((it) => it.binding === binding);
    if (!head) return variables.get(binding) as Variable;
    const plan = loops.get(binding.scope.node as Loop);
    for (let frame = frames.get(scope); frame; frame = frame.outer) {
      if (frame === plan?.frame) return head.inner;
      if (frame === plan?.firstFrame) return head.first ?? head.outer;
    }
    return head.outer;
  }

  function nameExternal({ node }: Reference): void {
    node.variable = undefined;
    const known = externals.get(node.name);
    const external = known ? undefined : externalOf(node.name);
    if (!known && !external) return;
    const variable = known ?? new Variable([node.name], external && { external });
    externals.set(node.name, variable);
    node.variable = variable;
  }

  function wantedName({ name, references }: Binding): string {
    const declared = references.find((it) => it.isDeclaration);
    return (declared && originalName(declared.node.start)) ?? name;
  }

  function added(variable: Variable, binding: Binding): Variable {
    variable.bindings.push(binding);
    sharing.get(variable)?.add(binding.scope, { isKept: isKeptByFunction(binding) });
    return variable;
  }
}

/** Tells whether each round of a loop has a binding anew, and functions use it. */
function isOfRound(binding: Binding): boolean {
  const { kind, scope } = binding;
  return scope.loop !== undefined && /^(let|const|class|function)$/.test(kind) && isCaptured(binding);
}

/** Tells whether functions in a part of a loop's head use a variable of that. */
function isCapturedIn({ references, scope }: Binding, { start, end }: AnyNode): boolean {
  return references.some(
    (it) => it.scope.functionScope !== scope.functionScope && start <= it.node.start && it.node.end <= end,
  );
}

/** Tells whether functions in the parameters of a function keep one of them. */
function isCapturedByParameters({ references, scope }: Binding): boolean {
  return references.some((it) => it.scope.functionScope !== scope && !isInside(it.scope, scope, "body"));
}

function isInside(scope: Scope, outer: Scope, kind: Scope["kind"]): boolean {
  for (let it: Scope | undefined = scope; it && it !== outer; it = it.parent) {
    if (it.kind === kind && it.parent === outer) return true;
  }
  return false;
}

/** Tells whether a function keeps a binding, or it is no variable of a block: then no other block can share it. */
function isKept(binding: Binding): boolean {
  return /^(self|catch|import)$/.test(binding.kind) || isCaptured(binding);
}

/** The bindings that hold classes: their own, or those of the variables that they are the values of. */
function holdersOfClasses({ bindings }: Scopes): Map<AnyNode, Binding> {
  const holders = new Map<AnyNode, Binding>();
  for (const binding of bindings) {
    if (binding.scope.kind === "class") continue;
    for (const value of valuesOf(binding)) if (isClass(value)) holders.set(value, binding);
  }
  return holders;
}
