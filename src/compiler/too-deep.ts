import vm from "node:vm";
import { oxc } from "../source/oxc.ts";
import { positionAt } from "../source/source.ts";
import type { PlacedSection } from "./print/join-sections.ts";
import type { AnyNode } from "./tree/nodes.ts";
import { childrenOf } from "./tree/walk.ts";

/** Finds the innermost part, by its position in zap.js, of a section that is nested too deep for V8 to parse. */
export function tooDeepPart(
  sections: readonly PlacedSection[],
): { readonly line: number; readonly column: number } | undefined {
  const section = sections.find(({ code }) => isTooDeep(code));
  if (!section) return undefined;
  const { program } = oxc().parseSync("zap.js", section.code);
  const { line, column } = positionAt(section.code, innermost(program as unknown as AnyNode).start);
  return { line: section.linesAbove + line, column };
}

function isTooDeep(code: string): boolean {
  try {
    void new vm.Script(code);
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
