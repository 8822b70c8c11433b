/** A part of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A part of a text, and what takes its place. */
export interface TextChange extends Span {
  readonly by: string;
}

/** A text with its changes made. The one of two overlapping changes that begins first, or the longer one, is made for both. */
export function changed(text: string, changes: readonly TextChange[]): string {
  if (changes.length === 0) return text;
  const made: { start: number; end: number; readonly by: string }[] = [];
  for (const change of [...changes].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = made.at(-1);
    if (last && change.start < last.end) last.end = Math.max(last.end, change.end);
    else made.push({ ...change });
  }
  let [result, copied] = ["", 0];
  for (const { start, end, by } of made) {
    result += text.slice(copied, start) + by;
    copied = end;
  }
  return result + text.slice(copied);
}
