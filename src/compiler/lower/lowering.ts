import type { Accessors } from "../analyze/accessors.ts";
import type { Plan } from "../analyze/plan.ts";
import { isArray } from "../analyze/values.ts";
import * as make from "../tree/build.ts";
import { Frame } from "../tree/frames.ts";
import { type AnyNode, is, keyName, type NodeOf } from "../tree/nodes.ts";
import type { Scopes } from "../tree/scope.ts";
import type { Replacement } from "../tree/transform.ts";
import { Variable } from "../tree/variables.ts";
import type { ClassState, HomeObject } from "./class-state.ts";

/** The property of a node that holds another node, or a list of them. */
export interface Slot {
  readonly parent: AnyNode | undefined;
  readonly key: string;
}

/** Makes ES5 of the nodes of a type, once those in them are ES5. */
export type Row<Type extends AnyNode["type"]> = (
  node: NodeOf<Type>,
  lowering: Lowering,
  place: Slot,
) => Replacement;

export type Rows = { readonly [Type in AnyNode["type"]]?: Row<Type> };

/** Notes what nodes of a type mean for those in them, before these are lowered. */
export type EnterRow<Type extends AnyNode["type"]> = (
  node: NodeOf<Type>,
  lowering: Lowering,
  place: Slot,
) => void;

export type EnterRows = { readonly [Type in AnyNode["type"]]?: EnterRow<Type> };

/** The facts that a module is lowered by. */
export interface LoweringFacts {
  readonly scopes: Scopes;
  readonly plan: Plan;
  readonly accessors: Accessors;
  /** True if an object in the bundle may have a `valueOf` of its own. */
  readonly haveValues: boolean;
  /** True if the bundle makes BigInts. */
  readonly haveBigInts: boolean;
  readonly iteratesAnything: boolean;
  /** True if classes define their fields, as JavaScript has it; TypeScript sets them, and only those that have a value. */
  readonly definesFields: boolean;
  /** The functions that the platform calls. */
  readonly methods: ReadonlySet<AnyNode>;
  /** The parameters that are properties, too. */
  readonly parameterProperties: ReadonlySet<AnyNode>;
  /** The name of an identifier in the source. */
  readonly nameInSource: (node: NodeOf<"Identifier">) => string;
  /** The `#private` names whose `_name` stands somewhere in the bundle. */
  readonly takenPrivateNames: readonly string[];
  /** The names of `#private` members, each as often as classes have it. */
  readonly privateNames: readonly string[];
  /** The name of a parameter that is a pattern, by its type. */
  readonly nameByType: (pattern: AnyNode) => string | undefined;
}

/** The statement that `break` and `continue` can leave: a loop, a `switch`, or one with a label. */
export interface JumpTarget {
  readonly is: "loop" | "switch" | "label";
  readonly label?: string;
  readonly frame: Frame;
}

// A longer text is better read once.
const MOST_CHARACTERS = 40;

/** A module on its way to ES5. */
export class Lowering {
  readonly facts: LoweringFacts;
  /** The helpers that are called, by their names. */
  readonly helpers = new Map<string, Variable>();
  readonly jumpTargets: JumpTarget[] = [];
  /** The functions around classes and objects that keep values in variables of their own. */
  readonly wrappers = new Map<AnyNode, Frame>();
  /** The classes around what is lowered, the innermost last, and all that were found. */
  readonly classes: ClassState[] = [];
  readonly classStates = new Map<AnyNode, ClassState>();
  readonly classesByFrame = new Map<Frame, ClassState>();
  /** The owners of methods, for the meaning of `super` in them. */
  readonly homes = new Map<AnyNode, HomeObject>();
  /** The variables of objects of which a method uses `super`, and the objects that stand in those already. */
  readonly objectVariables = new Map<AnyNode, Variable>();
  readonly ownObjects = new Set<AnyNode>();
  /** The members of `super` that are set. */
  readonly superTargets = new Set<AnyNode>();
  /** Expressions of which only the effect matters: their statement lowers them. */
  readonly asStatement = new Set<AnyNode>();
  /** Expressions that what is around them lowers. */
  readonly deferred = new Set<AnyNode>();
  /** Expressions of which only the truth matters. */
  readonly asCondition = new Set<AnyNode>();
  /** The objects that methods are called on, where they are not their own: `this`, of a method of `super`. */
  readonly calledOn = new Map<AnyNode, () => AnyNode>();
  /** Statements that have to stand before a loop or a `switch`, and before its label. */
  readonly before = new Map<AnyNode, AnyNode[]>();
  /** Statements that have the label before them inside. */
  readonly labelled = new Set<AnyNode>();
  /** The items of lists whose items are certainly arrays. */
  readonly arrays = new Set<AnyNode>();
  /** Statements in the cases of a `switch` that set a function which an earlier case uses. */
  readonly hoistedFunctions = new Set<AnyNode>();
  /** The ways in which the functions that loops become are left. */
  readonly exits = new Map<Frame, Set<string>>();
  readonly #frames: Frame[] = [];
  readonly #hoisted = new Map<Frame | undefined, Variable[]>();

  constructor(facts: LoweringFacts) {
    this.facts = facts;
    this.#frames.push(facts.plan.program);
    for (const it of facts.plan.hoisted) {
      const frame = facts.plan.frameOfVariable(it);
      this.#hoisted.set(frame, [...(this.#hoisted.get(frame) ?? []), it]);
    }
  }

  get frame(): Frame {
    return this.#frames.at(-1) as Frame;
  }

  begin(frame: Frame): void {
    this.#frames.push(frame);
  }

  end(): void {
    this.#frames.pop();
  }

  /** True if a loop evaluates here more than once, with the variables of one function. */
  get isInLoop(): boolean {
    const owner = this.frame.ofVariables;
    return this.jumpTargets.some((it) => it.is === "loop" && it.frame.ofVariables === owner);
  }

  /** Puts a function around a class or an object. */
  wrap(node: AnyNode): void {
    this.wrappers.set(node, new Frame("arrow", node, this.frame));
  }

  /** The variables of the source that are declared where a function begins. */
  hoistedIn(frame: Frame): readonly Variable[] {
    return this.#hoisted.get(frame) ?? [];
  }

  get class(): ClassState {
    return this.classes.at(-1) as ClassState;
  }

  /** Tells whether several classes have a `#private` member of a name. */
  isPrivateTwice(name: string): boolean {
    return this.facts.privateNames.filter((it) => it === name).length > 1;
  }

  /** A variable that the source does not have, declared where its function begins. */
  temporary(names: readonly string[]): Variable {
    const variable = this.named(names);
    this.frame.ofVariables.declared.push(variable);
    return variable;
  }

  /** A variable that the source does not have, and that is declared by whoever asks for it. */
  named(names: readonly string[]): Variable {
    return new Variable(names, { isTemporary: true });
  }

  helper(name: string): AnyNode {
    const known = this.helpers.get(name) ?? new Variable([name]);
    this.helpers.set(name, known);
    return make.reference(known);
  }

  /** Tells whether a value may be iterable without being an array. */
  mayBeIterable(node: AnyNode): boolean {
    return this.facts.iteratesAnything && !this.arrays.has(node) && !isArray(node);
  }

  /**
   * Tells whether reading a value again is like reading it once: a variable, `this`, a constant, or a property of such that no
   * accessor in the bundle can be behind.
   */
  isPlain(node: AnyNode): boolean {
    if (is(node, "Identifier", "ThisExpression")) return true;
    if (is(node, "Literal")) return !("regex" in node && node.regex);
    if (!is(node, "MemberExpression") || node.comments) return false;
    return this.#isPlainKey(node) && this.isPlain(node.object);
  }

  #isPlainKey({ property, computed }: NodeOf<"MemberExpression">): boolean {
    const { names, isOpen } = this.facts.accessors;
    if (isOpen || property.comments) return false;
    const name = keyName({ key: property, computed });
    if (name !== undefined) return !names.includes(name);
    return names.length === 0 && is(property, "Identifier");
  }

  /** A value that is read again: as it is, where that is short and plain, or kept in a variable. */
  once(node: AnyNode, names: readonly string[]): { readonly first: AnyNode; readonly again: () => AnyNode } {
    if (this.isPlain(node) && lengthOf(node) <= MOST_CHARACTERS)
      return { first: node, again: () => make.copyOf(node) };
    const variable = this.temporary(names);
    return { first: make.assign(make.reference(variable), node), again: () => make.reference(variable) };
  }
}

/** The length of a plain value as a text. */
function lengthOf(node: AnyNode): number {
  if (is(node, "Identifier")) return node.name.length;
  if (is(node, "Literal")) return String(node.value).length + 2;
  if (!is(node, "MemberExpression")) return "this".length;
  return lengthOf(node.object) + 1 + lengthOf(node.property);
}
