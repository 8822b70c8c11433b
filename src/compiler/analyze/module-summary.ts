import { someNode } from "../../source/walk.ts";
import { type AnyNode, is, type NodeOf } from "../tree/nodes.ts";
import type { Scopes } from "../tree/scope.ts";
import { type Variable, valuesOf } from "../tree/variables.ts";
import { type Accessors, accessorsIn } from "./accessors.ts";
import { classIn, extendedNames, givesThis } from "./classes.ts";
import type { PartTree } from "./part-tree.ts";
import { planOf } from "./plan.ts";
import { holdsCommonJs, isConstant, isPrimitive } from "./values.ts";

/** The facts about a module that others can need. */
export interface ModuleSummary {
  /** The variables that it has at the top of the bundle, in the order of the text. */
  readonly variables: readonly SummarizedVariable[];
  /** The names that it uses and does not declare. */
  readonly free: readonly string[];
  /** Those of them that classes extend, and that are no functions of ES5. */
  readonly extended: readonly string[];
  /** Those of them that it sets. */
  readonly setAndFree: readonly string[];
  readonly accessors: Accessors;
  /** True if an object in it may have a `valueOf` of its own. */
  readonly hasValues: boolean;
  /** The names of its `#private` members, and all of its words that begin with `_`. */
  readonly privateNames: readonly string[];
  readonly underscored: readonly string[];
}

/** A variable at the top of the bundle. */
export interface SummarizedVariable {
  /** Its name in the bundle, by which other modules know it; absent for the variable of a block. */
  readonly name?: string;
  /** Its name in the source. */
  readonly original: string;
  /** True if it gets one value, and no other. */
  readonly isConstant: boolean;
  readonly isCommonJs: boolean;
  readonly isClass: boolean;
  /** The condition on which a variable never holds an object with a `valueOf` of its own: that these variables of other modules hold none. */
  readonly isPrimitive?: { readonly asLongAs: readonly string[] };
  /** The condition on which the objects of a class are its `this`: that those of the class that it extends are. */
  readonly givesThis?: { readonly extends?: string };
}

// While nothing is known of other modules, each name can make any of these true.
const unknown = { isConstant: true, isPrimitive: false, isCommonJs: false, isClass: true, givesThis: true };

/** Summarizes a part of the bundle. */
export function summaryOf({ program, scopes, positions }: PartTree, code: string): ModuleSummary {
  const plan = planOf(scopes, { externalOf: () => unknown, originalName: positions.originalName });
  const unresolved = new Set(scopes.unresolved.map(({ node }) => node.name));
  const resolved = new Set(scopes.bindings.flatMap(({ references }) => references.map(({ node }) => node)));
  return {
    variables: plan.ofProgram.map((variable) => summarized(variable, scopes)),
    // `10n` becomes `BigInt("10")`.
    free: [...unresolved, ...(hasBigInt(program) ? ["BigInt"] : [])],
    extended: extendedNames(program).filter((name) => unresolved.has(name)),
    setAndFree: [...new Set(scopes.unresolved.filter(({ write }) => write).map(({ node }) => node.name))],
    accessors: accessorsIn(program, (node) => !resolved.has(node as NodeOf<"Identifier">)),
    hasValues: /\b(?:moment|valueOf|toPrimitive)\b/.test(code),
    privateNames: [
      ...new Set(Array.from(code.matchAll(/#([\p{ID_Continue}$]+)/gu), ([, name = ""]) => name)),
    ],
    underscored: [...new Set(code.match(/(?<![\p{ID_Continue}$])_[\p{ID_Continue}$]+/gu))],
  };
}

function hasBigInt(program: AnyNode): boolean {
  return someNode(program, (it) => is(it, "Literal") && typeof it.bigint === "string");
}

function summarized(variable: Variable, scopes: Scopes): SummarizedVariable {
  const top = variable.bindings.find(({ scope }) => scope === scopes.program);
  const made = classIn(variable);
  let base: string | undefined;
  const noteBase = (it: Variable) => {
    base = it.wanted[0];
    return true;
  };
  const isPlain = made !== undefined && givesThis(made, noteBase);
  return {
    ...(top && { name: top.name }),
    original: variable.wanted[0] ?? "",
    isConstant: isConstant(variable),
    isCommonJs: holdsCommonJs(variable),
    isClass: made !== undefined,
    ...primitive(variable),
    ...(isPlain && { givesThis: base === undefined ? {} : { extends: base } }),
  };
}

function primitive(variable: Variable): Pick<SummarizedVariable, "isPrimitive"> {
  const asLongAs = new Set<string>();
  const note = ({ wanted: [name = ""] }: Variable) => {
    asLongAs.add(name);
    return true;
  };
  const isOne = variable.bindings.flatMap(valuesOf).every((value) => isPrimitive(value, note));
  return isOne ? { isPrimitive: { asLongAs: [...asLongAs] } } : {};
}
