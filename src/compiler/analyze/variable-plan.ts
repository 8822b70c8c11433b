import type { Frame, HeadVariable } from "../tree/frames.ts";
import { type AnyNode, isClass, type Loop } from "../tree/nodes.ts";
import type { Binding, Reference, Scope, Scopes } from "../tree/scope.ts";
import { type ExternalBinding, isCaptured, Variable, valuesOf } from "../tree/variables.ts";
import type { FramePlan, LoopFrames } from "./frame-plan.ts";
import { SharedVariable } from "./shared-variable.ts";

/** Names that a module's own tree does not tell. */
export interface ModuleContext {
  /** The binding of a name that the program does not declare; undefined for a global. */
  readonly externalOf: (name: string) => ExternalBinding | undefined;
  /** The name in the source. */
  readonly originalName: (offset: number) => string | undefined;
}

/** The variables of the functions of ES5. Identifiers stand for them once the plan is made. */
export class VariablePlan {
  readonly owners = new Map<Variable, Frame>();
  readonly externals = new Map<string, Variable>();
  /** The variables of the heads of loops whose bodies become functions. */
  readonly heads = new Map<Loop, HeadVariable[]>();
  readonly #frames: FramePlan;
  readonly #context: ModuleContext;
  readonly #holders: ReadonlyMap<AnyNode, Binding>;
  readonly #ofBindings = new Map<Binding, Variable>();
  readonly #shared = new Map<Frame, Map<string, SharedVariable[]>>();
  readonly #sharing = new Map<Variable, SharedVariable>();

  constructor(scopes: Scopes, frames: FramePlan, context: ModuleContext) {
    this.#frames = frames;
    this.#context = context;
    this.#holders = holdersOfClasses(scopes);
    for (const binding of scopes.bindings) this.#ofBindings.set(binding, this.#variableFor(binding));
    for (const binding of scopes.bindings)
      for (const it of binding.references) it.node.variable = this.#variableAt(binding, it);
    for (const { node } of scopes.unresolved) node.variable = this.#external(node.name);
  }

  readonly of = (binding: Binding): Variable => this.#ofBindings.get(binding) as Variable;

  /** The variables that a frame has, those of its blocks, too, in the order of the text. */
  ofFrame(frame: Frame): Variable[] {
    return [...new Set(this.#ofBindings.values())].filter((it) => this.owners.get(it) === frame);
  }

  #variableFor(binding: Binding): Variable {
    const outer = this.#outerVariable(binding);
    if (outer) return this.#added(outer, binding);
    const frame = this.#frames.of(binding.scope);
    const loop = this.#frames.ofHead(binding);
    if (loop) this.#noteHead(binding, loop);
    if (this.#isKeptByFunction(binding)) return this.#newVariable(binding, frame);
    const others = this.#sharedVariables(frame, binding.name);
    const other = others.find((it) => it.hasRoomFor(binding.scope));
    if (other) return this.#added(other.variable, binding);
    const variable = this.#newVariable(binding, frame);
    const shared = new SharedVariable(variable, binding.scope);
    this.#sharing.set(variable, shared);
    others.push(shared);
    return variable;
  }

  #sharedVariables(frame: Frame, name: string): SharedVariable[] {
    const byName = this.#shared.get(frame) ?? new Map<string, SharedVariable[]>();
    this.#shared.set(frame, byName);
    const variables = byName.get(name) ?? [];
    byName.set(name, variables);
    return variables;
  }

  #newVariable(binding: Binding, frame: Frame): Variable {
    const variable = new Variable([this.#wantedName(binding)]);
    this.owners.set(variable, frame);
    return this.#added(variable, binding);
  }

  #added(variable: Variable, binding: Binding): Variable {
    variable.bindings.push(binding);
    this.#sharing.get(variable)?.add(binding.scope, { isKept: this.#isKeptByFunction(binding) });
    return variable;
  }

  #isKeptByFunction(binding: Binding): boolean {
    return isKept(binding) && !this.#frames.ofHead(binding);
  }

  /** The variable that a class, or the body of a function, has outside as well. */
  #outerVariable({ name, scope }: Binding): Variable | undefined {
    if (scope.kind === "body") {
      const parameter = scope.parent?.bindings.get(name);
      return parameter && !isCapturedByParameters(parameter) ? this.#ofBindings.get(parameter) : undefined;
    }
    if (scope.kind !== "class") return undefined;
    const declared = this.#holders.get(scope.node);
    return declared && valuesOf(declared).length === 1 ? this.#ofBindings.get(declared) : undefined;
  }

  #noteHead(binding: Binding, { loop, frame, firstFrame }: LoopFrames): void {
    const list = this.heads.get(loop) ?? [];
    this.heads.set(loop, list);
    const names = [this.#wantedName(binding)];
    const variables = this.#ofBindings;
    const head = {
      binding,
      get outer() {
        return variables.get(binding) as Variable;
      },
      inner: new Variable(names),
      first: firstFrame && new Variable(names),
    };
    this.owners.set(head.inner, frame);
    if (head.first && firstFrame) this.owners.set(head.first, firstFrame);
    list.push(head);
  }

  /** The variable that a reference means: a variable of a loop's head is another one in the functions that the loop becomes. */
  #variableAt(binding: Binding, { scope }: Reference): Variable {
    const loop = this.#frames.ofHead(binding);
    const head = loop && this.heads.get(loop.loop)?.find((it) => it.binding === binding);
    if (!head) return this.of(binding);
    for (let frame: Frame | undefined = this.#frames.of(scope); frame; frame = frame.outer) {
      if (frame === loop.frame) return head.inner;
      if (frame === loop.firstFrame) return head.first ?? head.outer;
    }
    return head.outer;
  }

  /** The variable of another module; undefined for a global. */
  #external(name: string): Variable | undefined {
    const known = this.externals.get(name);
    if (known) return known;
    const external = this.#context.externalOf(name);
    if (!external) return undefined;
    const variable = new Variable([name], { external });
    this.externals.set(name, variable);
    return variable;
  }

  #wantedName({ name, references }: Binding): string {
    const declared = references.find((it) => it.isDeclaration);
    return (declared && this.#context.originalName(declared.node.start)) ?? name;
  }
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
