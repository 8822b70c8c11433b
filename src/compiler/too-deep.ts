import vm from "node:vm";
import type { ScriptPlace } from "../inference/parse-script.ts";
import { lineIndex } from "../source/line-index.ts";
import { oxc } from "../source/oxc.ts";
import { childrenOf } from "../source/walk.ts";
import type { PlacedSection } from "./print/join-sections.ts";
import type { AnyNode } from "./tree/nodes.ts";

/**
 * Finds a section that is nested too deep for V8 to parse.
 *
 * @returns the positions in zap.js of its innermost part and of all around that, from the inside out
 */
export function tooDeepParts(sections: readonly PlacedSection[]): readonly ScriptPlace[] {
  const section = sections.find(({ code }) => isTooDeep(code));
  if (!section) return [];
  const { program } = oxc().parseSync("zap.js", section.code);
  const positionOf = lineIndex(section.code);
  return innermost(program as unknown as AnyNode).map(({ start }) => {
    const { line, column } = positionOf(start);
    return { line: section.linesAbove + line, column };
  });
}

function isTooDeep(code: string): boolean {
  try {
    void new vm.Script(code);
    return false;
  } catch (error) {
    return error instanceof RangeError;
  }
}

/** The innermost node, and those around it. */
function innermost(program: AnyNode): AnyNode[] {
  const parents = new Map<AnyNode, AnyNode>();
  let level: readonly AnyNode[] = [program];
  for (;;) {
    const next = level.flatMap((node) => {
      const children = childrenOf(node);
      for (const it of children) parents.set(it, node);
      return children;
    });
    if (next.length === 0) break;
    level = next;
  }
  const found: AnyNode[] = [];
  for (let node = level[0]; node; node = parents.get(node)) found.push(node);
  return found;
}
