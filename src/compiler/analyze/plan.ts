import type { Frame, LoopPlan } from "../tree/frames.ts";
import type { AnyNode, Loop } from "../tree/nodes.ts";
import type { Binding, Scope, Scopes } from "../tree/scope.ts";
import type { Variable } from "../tree/variables.ts";
import { planDeclarations, type VariableDeclarations } from "./declarations.ts";
import { FramePlan } from "./frame-plan.ts";
import { type ModuleContext, VariablePlan } from "./variable-plan.ts";

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

/** Plans which functions and variables of ES5 a program has, and lets its identifiers stand for them. */
export function planOf(scopes: Scopes, context: ModuleContext): Plan {
  const frames = new FramePlan(scopes);
  const variables = new VariablePlan(scopes, frames, context);
  const { owners, heads } = variables;
  const loops = [...frames.loops].map(
    ([loop, plan]) => [loop, { ...plan, head: heads.get(loop) ?? [] }] as const,
  );
  return {
    program: frames.program,
    frameOf: frames.of,
    framesAt: frames.at,
    loops: new Map(loops),
    constructors: frames.constructors,
    variableOf: variables.of,
    frameOfVariable: (variable) => owners.get(variable),
    ofProgram: variables.ofFrame(frames.program),
    externals: [...variables.externals.values()],
    ...planDeclarations(scopes, { frameOf: frames.of, variableOf: variables.of, owners }),
  };
}
