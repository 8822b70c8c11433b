import { diffArrays } from "diff";
import type { BuiltPosition } from "../built/script-index.ts";

// Files with more differing lines have nothing in common that would help.
const MOST_DIFFERENCES = 2000;

/**
 * Finds each line of a pasted text in the file that zapc made, also where lines were put before it, indented or edited. A place in a
 * line that zapc has not made is found nowhere.
 */
export function alignLines(
  pasted: string,
  made: string,
): (place: BuiltPosition) => BuiltPosition | undefined {
  const [pastedLines, madeLines] = [pasted, made].map((text) => text.split(/\r\n?|\n/)) as [
    string[],
    string[],
  ];
  const trimmed = (lines: readonly string[]) => lines.map((line) => line.trim());
  const changes = diffArrays(trimmed(pastedLines), trimmed(madeLines), { maxEditLength: MOST_DIFFERENCES });
  const madeLine = new Map<number, number>();
  let [inPasted, inMade] = [1, 1];
  for (const { added, removed, count } of changes ?? []) {
    if (!added && !removed) for (let n = 0; n < count; n++) madeLine.set(inPasted + n, inMade + n);
    if (!added) inPasted += count;
    if (!removed) inMade += count;
  }
  return ({ line, column }) => {
    const found = madeLine.get(line);
    if (found === undefined) return undefined;
    const indented = indentation(pastedLines[line - 1]) - indentation(madeLines[found - 1]);
    return { line: found, ...(column && { column: column - indented }) };
  };
}

function indentation(line = ""): number {
  return line.length - line.trimStart().length;
}
