import { firstAfter } from "../line-index.ts";

/** What stands in the place of a part of a source, or, where that is empty, at an offset of it. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const none: readonly Mark[] = [];

/** What a source is to be read with: marks in the places of comments, of blank lines and of metadata. */
export class Marks {
  readonly #found: Mark[] = [];
  readonly #nodes = new Map<number, Mark>();
  #isSorted = true;

  replace(start: number, end: number, text: string): void {
    this.#found.push({ start, end, text });
    this.#isSorted = false;
  }

  /** Stands in the place of a whole node. */
  replaceNode(node: Pick<Mark, "start" | "end">, text: string): void {
    this.replace(node.start, node.end, text);
    this.#nodes.set(node.start, { start: node.start, end: node.end, text });
  }

  /** What stands in the place of a node, if anything does. */
  inPlaceOf({ start, end }: Pick<Mark, "start" | "end">): string | undefined {
    const mark = this.#nodes.get(start);
    return mark?.end === end ? mark.text : undefined;
  }

  /** Belongs to what begins at the offset. */
  insert(offset: number, text: string): void {
    this.replace(offset, offset, text);
  }

  /** Those that begin in a part of the source. */
  within(start: number, end: number): readonly Mark[] {
    if (!this.#isSorted) this.#found.sort((a, b) => a.start - b.start || a.end - b.end);
    this.#isSorted = true;
    const first = firstAfter(this.#found, start - 1, (it) => it.start);
    const next = this.#found[first];
    if (!next || next.start >= end) return none;
    return this.#found.slice(
      first,
      firstAfter(this.#found, end - 1, (it) => it.start),
    );
  }
}
