import { Frame, type LoopPlan } from "../tree/frames.ts";
import { type AnyClass, type AnyNode, is, isLoop, type Loop, type NodeOf } from "../tree/nodes.ts";
import type { Binding, Scope, Scopes } from "../tree/scope.ts";
import { isCaptured } from "../tree/variables.ts";
import { constructorOf } from "./classes.ts";

/** A loop whose body becomes a function, before the variables of its head are known. */
export type LoopFrames = Omit<LoopPlan, "head">;

/** The functions of ES5 that a program becomes. */
export class FramePlan {
  readonly program: Frame;
  readonly constructors = new Map<AnyNode, Frame>();
  readonly loops = new Map<Loop, LoopFrames>();
  readonly #ofScopes = new Map<Scope, Frame>();
  readonly #atNodes = new Map<AnyNode, Frame[]>();
  /** The loops with variables that each round has anew, and that functions use. */
  readonly #capturing: ReadonlySet<Loop>;

  constructor(scopes: Scopes) {
    this.program = new Frame("program", scopes.program.node);
    this.#capturing = new Set(
      scopes.bindings.flatMap((it) => (isOfRound(it) ? [it.scope.loop as Loop] : [])),
    );
    for (const scope of scopes.all) this.#note(scope, this.#frameFor(scope));
  }

  /** The frame that the code of a scope stands in. */
  readonly of = (scope: Scope): Frame => this.#ofScopes.get(scope) as Frame;

  /** The frames that begin at a node, the outer one first. The value of a field begins that of the constructor again. */
  readonly at = (node: AnyNode): readonly Frame[] => this.#atNodes.get(node) ?? [];

  /** The frames of the loop whose head declares a binding, if the loop's body becomes a function. */
  ofHead({ scope }: Binding): LoopFrames | undefined {
    return scope.kind === "loop" ? this.loops.get(scope.node as Loop) : undefined;
  }

  #note(scope: Scope, frame: Frame): void {
    this.#ofScopes.set(scope, frame);
    const { kind, node, parent } = scope;
    if (parent && frame === this.of(parent)) return;
    const start = kind === "field" ? ((node as NodeOf<"PropertyDefinition">).value as AnyNode) : node;
    this.#atNodes.set(start, [...this.at(start), frame]);
  }

  #frameFor(scope: Scope): Frame {
    const { parent, node, kind } = scope;
    if (!parent) return this.program;
    const outer = this.of(parent);
    switch (kind) {
      case "function":
        return (
          this.constructors.get(node) ??
          new Frame(node.type === "ArrowFunctionExpression" ? "arrow" : "function", node, outer)
        );
      case "class":
        this.#noteConstructor(node as AnyClass, outer);
        return outer;
      case "field":
        if ((node as NodeOf<"PropertyDefinition">).static) return new Frame("static field", node, outer);
        return this.constructors.get(parent.node) as Frame;
      case "static block":
        return new Frame("static block", node, outer);
      case "block":
        return isLoop(parent.node) && parent.kind === "loop" ? this.#frameOfPart(scope, parent) : outer;
      default:
        return outer;
    }
  }

  #noteConstructor(node: AnyClass, outer: Frame): void {
    const { value } = constructorOf(node) ?? {};
    const made = new Frame("constructor", value ?? node, outer);
    this.constructors.set(value ?? node, made);
    this.constructors.set(node, made);
  }

  /** The frame of a part of a loop: of the function that its body becomes, if it becomes one. */
  #frameOfPart({ node }: Scope, ofLoop: Scope): Frame {
    const outer = this.of(ofLoop);
    const loop = ofLoop.node as Loop;
    if (!this.#capturing.has(loop)) return outer;
    const frames = this.loops.get(loop) ?? framesOfLoop(loop, ofLoop, outer);
    this.loops.set(loop, frames);
    if (node === loop.body) return frames.frame;
    const { init, test, update } = loop as NodeOf<"ForStatement">;
    if (node === init) return frames.firstFrame ?? outer;
    if (node === test && frames.movesTest) return frames.frame;
    return node === update && frames.movesUpdate ? frames.frame : outer;
  }
}

function framesOfLoop(loop: Loop, scope: Scope, outer: Frame): LoopFrames {
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
