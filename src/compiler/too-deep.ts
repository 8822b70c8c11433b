import vm from "node:vm";
import { oxc } from "../source/oxc.ts";
import { positionAt } from "../source/source.ts";
import type { Es5Section } from "./es5-syntax.ts";
import type { AnyNode } from "./tree/nodes.ts";
import { childrenOf } from "./tree/walk.ts";

/** Finds the innermost part, by its position in zap.js, of a section that is nested too deep for V8 to parse. */
export function tooDeepPart(
  sections: readonly Es5Section[],
): { readonly line: number; readonly column: number } | undefined {
  const section = sections.find(({ text }) => isTooDeep(text));
  if (!section) return undefined;
  const { program } = oxc().parseSync("zap.js", section.code);
  const { line, column } = positionAt(section.code, innermost(program as unknown as AnyNode).start);
  return { line: section.linesAbove + line, column };
}

function isTooDeep(text: string): boolean {
  try {
    void new vm.Script(text);
    return false;
  } catch (error) {
    return error instanceof RangeError;
  }
}

function innermost(program: AnyNode): AnyNode {
  let level: readonly AnyNode[] = [program];
  for (;;) {
    const next = level.flatMap(childrenOf);
    if (next.length === 0) return level[0] as AnyNode;
    level = next;
  }
}
