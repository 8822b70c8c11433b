import type { AnyNode } from "acorn";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { forEachNode, nodesWhere } from "../../source/walk.ts";
import type { ParsedScript } from "../cut/script.ts";

/** A change of a part of a text. */
export interface TextEdit {
  readonly start: number;
  /** The same as the start, where something is inserted. */
  readonly end: number;
  readonly text: string;
}

/** A place in a script that is not the same in a strict module. */
export interface StrictModeFinding {
  readonly code: string;
  readonly node: AnyNode;
  readonly message: string;
  /** The text that replaces it. */
  readonly instead: string;
  /** The edits that repair it without a change of the script's behaviour; absent where a person must decide. */
  readonly edits?: readonly TextEdit[];
  /** True if a module cannot hold it at all, so that it is always repaired. */
  readonly isSyntax?: true;
}

/** Finds the places of one kind. */
export type StrictModeRule = (script: ParsedScript) => StrictModeFinding[];

export function asDiagnostic(
  { code, node, message, instead }: StrictModeFinding,
  file: string,
  isRepaired: boolean,
): Diagnostic {
  const { line = 1, column = 0 } = node.loc?.start ?? {};
  const hint = isRepaired ? `Repaired: ${lowered(instead)}` : instead;
  return { code, severity: "warning", message, file, line, column: column + 1, hint };
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** Every node of a script, in the order of the text. */
export function nodesOf({ program }: ParsedScript): AnyNode[] {
  return nodesWhere<AnyNode>(program, () => true);
}

const parents = new WeakMap<ParsedScript, Map<AnyNode, AnyNode>>();

/** The node that a node is directly within. */
export function parentOf(node: AnyNode, script: ParsedScript): AnyNode | undefined {
  let known = parents.get(script);
  if (!known) {
    const found = new Map<AnyNode, AnyNode>();
    forEachNode<AnyNode>(script.program, (child, parent) => void (parent && found.set(child, parent)));
    parents.set(script, found);
    known = found;
  }
  return known.get(node);
}

/** The nodes that a node is within, from the nearest. */
export function ancestorsOf(node: AnyNode, script: ParsedScript): AnyNode[] {
  const ancestors: AnyNode[] = [];
  for (let it = parentOf(node, script); it; it = parentOf(it, script)) ancestors.push(it);
  return ancestors;
}
