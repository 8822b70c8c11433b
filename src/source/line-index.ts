/** Tells the line and the column of any offset of a text, both from 1, without reading the text again. */
export function lineIndex(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    const line = firstAfter(starts, offset, (start) => start);
    return { line, column: offset - (starts[line - 1] as number) + 1 };
  };
}

/** The index of the first item that stands after an offset, in a list that is sorted by it. */
export function firstAfter<T>(items: readonly T[], offset: number, positionOf: (item: T) => number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (positionOf(items[middle] as T) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The lines of a text, each with the line feed at its end. */
export function linesOf(text: string): string[] {
  const lines: string[] = [];
  let from = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", from)) {
    lines.push(text.slice(from, at + 1));
    from = at + 1;
  }
  if (from < text.length) lines.push(text.slice(from));
  return lines;
}

/** The number of lines that end in a text. */
export function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
