import * as make from "../tree/build.ts";
import { atNode } from "../tree/defect.ts";
import type { Frame } from "../tree/frames.ts";
import { type AnyNode, is, isClass, isLoop, type NodeOf } from "../tree/nodes.ts";
import { type Replacement, transform } from "../tree/transform.ts";
import type { Variable } from "../tree/variables.ts";
import { keepKey, noteBase } from "./classes.ts";
import { CommentKeeper } from "./comment-keeper.ts";
import { withPrologue } from "./functions.ts";
import { type JumpTarget, Lowering, type LoweringFacts, type Slot } from "./lowering.ts";
import { enterRowsOf, rowOf } from "./rows.ts";

/** A module in ES5, before its temporaries have names. */
export interface LoweredTree {
  readonly program: NodeOf<"Program">;
  /** The variables of the helpers that it calls. */
  readonly helpers: ReadonlyMap<string, Variable>;
}

/** Lowers the tree of a module to the ES5 that a person would write. The nodes of the tree are used up. */
export function lowerTree(program: NodeOf<"Program">, facts: LoweringFacts): LoweredTree {
  const lowering = new Lowering(facts);
  const comments = new CommentKeeper();
  transform(program, {
    enter: (node, parent, key) => {
      try {
        comments.enter(node, parent);
        enter(node, { parent, key }, lowering);
      } catch (error) {
        throw atNode(node, error);
      }
    },
    exit: (node, parent, key) => {
      try {
        return comments.exit(node, exit(node, { parent, key }, lowering));
      } catch (error) {
        throw atNode(node, error);
      }
    },
    asOne: (statements) => asOne(statements),
  });
  const body = withPrologue(facts.plan.program, lowering, program.body);
  return { program: { ...program, body }, helpers: lowering.helpers };
}

function enter(node: AnyNode, place: Slot, lowering: Lowering): void {
  for (const row of enterRowsOf(node.type)) row(node as never, lowering, place);
  for (const frame of framesAt(node, lowering)) lowering.begin(frame);
  const target = jumpTargetAt(node, lowering);
  if (target) lowering.jumpTargets.push(target);
}

function exit(node: AnyNode, place: Slot, lowering: Lowering): Replacement {
  const lowered = rowOf(node.type)?.(node as never, lowering, place) ?? node;
  for (const _ of framesAt(node, lowering)) lowering.end();
  if (jumpTargetAt(node, lowering)) lowering.jumpTargets.pop();
  const { parent, key } = place;
  if (isClass(node)) lowering.classes.pop();
  if (isClass(parent) && key === "superClass") noteBase(lowered as AnyNode, lowering);
  if (is(node, "PropertyDefinition")) keepKey(node, lowering);
  return lowered;
}

function framesAt(node: AnyNode, lowering: Lowering): readonly Frame[] {
  const wrapper = lowering.wrappers.get(node);
  return wrapper ? [...lowering.facts.plan.framesAt(node), wrapper] : lowering.facts.plan.framesAt(node);
}

function jumpTargetAt(node: AnyNode, { frame }: Lowering): JumpTarget | undefined {
  if (isLoop(node)) return { is: "loop", frame };
  if (is(node, "SwitchStatement")) return { is: "switch", frame };
  return is(node, "LabeledStatement") ? { is: "label", label: node.label.name, frame } : undefined;
}

/** Makes one statement of several. */
function asOne(statements: readonly AnyNode[]): AnyNode {
  const [only] = statements;
  return statements.length === 1 && only ? only : make.block(statements);
}
