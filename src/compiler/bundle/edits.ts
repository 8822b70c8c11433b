import { firstAfter } from "../../source/line-index.ts";

/** A part of a text, and what stands in its place. */
export interface SourceEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits of one text, which do not overlap. Several at one place come in the order in which they were made. */
export class Edits {
  readonly #all: SourceEdit[] = [];

  replace(start: number, end: number, text: string): void {
    this.#all.push({ start, end, text });
  }

  insert(offset: number, text: string): void {
    this.replace(offset, offset, text);
  }

  remove(start: number, end: number): void {
    this.replace(start, end, "");
  }

  /** The edits in the order of the text. Those inside of what another replaces are left out. */
  sorted(): SourceEdit[] {
    const sorted = [...this.#all].sort((a, b) => a.start - b.start || a.end - b.end);
    let end = 0;
    return sorted.filter((edit) => {
      const isInside = edit.start < end;
      if (!isInside) end = edit.end;
      return !isInside;
    });
  }
}

export function edited(text: string, edits: readonly SourceEdit[]): string {
  let [result, from] = ["", 0];
  for (const edit of edits) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}

/** Finds where in a text an offset of the edited text comes from; inserted text comes from the place of its insertion. */
export function originOf(edits: readonly SourceEdit[]): (offset: number) => number {
  let shift = 0;
  const moved = edits.map(({ start, end, text }) => {
    const at = { edited: start + shift, start, end, length: text.length };
    shift += text.length - (end - start);
    return at;
  });
  return (offset) => {
    const last = moved[firstAfter(moved, offset, (it) => it.edited) - 1];
    if (!last) return offset;
    const behind = offset - last.edited - last.length;
    return behind < 0 ? last.start : last.end + behind;
  };
}
