/*
 * The layout of a text, after Wadler's "A prettier printer": a group stands on one line where it fits, else its lines are broken.
 * Parts are laid out when they are reached, so that neither depth nor length costs stack or memory.
 */

export type Doc =
  | string
  | readonly Doc[]
  | Line
  /** Two columns further in. A nested part is so where the group around it is broken; an indented one always, and breaks its own lines. */
  | { readonly is: "indent" | "nest"; readonly doc: Doc }
  /** A forced group is always broken. */
  | { readonly is: "group"; readonly doc: Doc; readonly isForced: boolean }
  /** The first of several layouts that fits, else the last. */
  | { readonly is: "choice"; readonly docs: readonly Doc[] }
  /** The offset in the parsed text at which the next part begins. */
  | { readonly is: "mark"; readonly offset: number }
  /** Stands at the end of a line, however long that gets. */
  | { readonly is: "aside"; readonly doc: Doc }
  | Lazy;

type Line = {
  readonly is: "line";
  /** The text on one line instead of the break; undefined where there is always a break. */
  readonly flat: string | undefined;
};

/** A part that is laid out when it is reached. */
export interface Lazy {
  readonly is: "lazy";
  readonly make: () => Doc;
  made?: Doc | undefined;
}

/** A space, or a break. */
export const line: Doc = { is: "line", flat: " " };
/** Nothing, or a break. */
export const softLine: Doc = { is: "line", flat: "" };
export const hardLine: Doc = { is: "line", flat: undefined };

export function indent(doc: Doc): Doc {
  return { is: "indent", doc };
}

export function nest(doc: Doc): Doc {
  return { is: "nest", doc };
}

export function group(doc: Doc, isForced = false): Doc {
  return { is: "group", doc, isForced };
}

export function choice(...docs: readonly Doc[]): Doc {
  return { is: "choice", docs };
}

export function lazy(make: () => Doc): Doc {
  return { is: "lazy", make };
}

export interface Laid {
  readonly code: string;
  /** For each line, the column of each mark and its offset in the parsed text, in turns: a list for each mark would take much memory. */
  readonly marks: readonly (readonly number[])[];
}

// Further in there is no room left on a line.
const DEEPEST = 80;

/** A part that waits until everything before it is laid out. */
interface WaitingPart {
  readonly doc: Doc;
  readonly indentation: number;
  readonly isFlat: boolean;
}

/** Lays out a text. */
export function layOut(
  doc: Doc,
  { width, indentation }: { readonly width: number; readonly indentation: number },
): Laid {
  const writer = new Writer(indentation);
  new Layout(writer, width).layOut({ doc, indentation, isFlat: false });
  return writer.end();
}

class Layout {
  readonly #writer: Writer;
  readonly #width: number;
  readonly #waiting: WaitingPart[] = [];

  constructor(writer: Writer, width: number) {
    this.#writer = writer;
    this.#width = width;
  }

  layOut(whole: WaitingPart): void {
    this.#waiting.push(whole);
    for (let part = this.#waiting.pop(); part; part = this.#waiting.pop()) this.#begin(part);
  }

  /** Lays out a part down to its first text; what stands behind that waits. */
  #begin({ doc, indentation, isFlat }: WaitingPart): void {
    let next: Doc | undefined = doc;
    let [column, flat] = [indentation, isFlat];
    while (next !== undefined) {
      if (typeof next === "string") {
        this.#writer.write(next);
        return;
      }
      if (isList(next)) {
        for (let index = next.length - 1; index > 0; index--)
          this.#waiting.push({ doc: next[index] as Doc, indentation: column, isFlat: flat });
        next = next[0];
        continue;
      }
      switch (next.is) {
        case "mark":
          this.#writer.mark(next.offset);
          return;
        case "line":
          if (flat && next.flat !== undefined) this.#writer.write(next.flat);
          else this.#writer.breakLine(column);
          return;
        case "indent":
          [column, flat] = [Math.min(column + 2, DEEPEST), false];
          next = next.doc;
          break;
        case "nest":
          column = Math.min(column + (flat ? 0 : 2), DEEPEST);
          next = next.doc;
          break;
        case "aside":
          next = next.doc;
          break;
        case "group":
          flat = !next.isForced && (flat || this.#fits(next.doc, true));
          next = next.doc;
          break;
        case "choice":
          next = flat ? next.docs[0] : this.#firstThatFits(next.docs);
          break;
        default:
          next = takenOf(next);
      }
    }
  }

  #firstThatFits(docs: readonly Doc[]): Doc {
    return docs.find((it) => this.#fits(it, false)) ?? (docs.at(-1) as Doc);
  }

  /**
   * Tells whether the rest of the line has room for a part, with its groups on one line, and for all behind it up to where a break can
   * be.
   */
  #fits(part: Doc, isPartFlat: boolean): boolean {
    let room = this.#width - this.#writer.column;
    const docs: Doc[] = [part];
    const flats = [isPartFlat];
    let next = this.#waiting.length;
    let isBehind = false;
    while (room >= 0) {
      if (docs.length === 0) {
        const behind = this.#waiting[--next];
        if (!behind) return true;
        docs.push(behind.doc);
        flats.push(behind.isFlat);
        isBehind = true;
      }
      const doc = docs.pop() as Doc;
      const isFlat = flats.pop() as boolean;
      const measure = (it: Doc, flat = isFlat) => {
        docs.push(it);
        flats.push(flat);
      };
      if (typeof doc === "string") room -= doc.length;
      else if (isList(doc)) for (let index = doc.length - 1; index >= 0; index--) measure(doc[index] as Doc);
      else if (doc.is === "line") {
        if (!isFlat || doc.flat === undefined) return true;
        room -= doc.flat.length;
      } else if (doc.is === "indent" || doc.is === "nest") measure(doc.doc);
      else if (doc.is === "group") measure(doc.doc, !doc.isForced && (isFlat || !isBehind));
      else if (doc.is === "choice") measure(doc.docs[0] as Doc);
      else if (doc.is === "lazy") measure(madeOf(doc));
    }
    return false;
  }
}

function isList(doc: Doc): doc is readonly Doc[] {
  return Array.isArray(doc);
}

function madeOf(doc: Lazy): Doc {
  doc.made ??= doc.make();
  return doc.made;
}

/** A part is laid out once: what was made of it is let go of, so that the layout of a long text is never there as a whole. */
function takenOf(doc: Lazy): Doc {
  const made = madeOf(doc);
  doc.made = undefined;
  return made;
}

/** Writes lines, and notes where what stands in them comes from. */
class Writer {
  column = 0;
  readonly #lines: string[] = [];
  readonly #marks: number[][] = [];
  readonly #indentation: number;
  #line = "";
  #marksOfLine: number[] = [];

  constructor(indentation: number) {
    this.#indentation = indentation;
    this.#begin(indentation);
  }

  #begin(indentation: number): void {
    this.#line = " ".repeat(indentation);
    this.column = indentation;
  }

  write(text: string): void {
    this.#line += text;
    this.column += text.length;
  }

  mark(offset: number): void {
    const marks = this.#marksOfLine;
    if (marks[marks.length - 2] !== this.column) marks.push(this.column, offset);
  }

  breakLine(indentation: number): void {
    this.#lines.push(this.#line.trimEnd());
    this.#marks.push(this.#marksOfLine);
    this.#marksOfLine = [];
    this.#begin(indentation);
  }

  end(): Laid {
    this.breakLine(this.#indentation);
    return { code: this.#lines.map((it) => `${it}\n`).join(""), marks: this.#marks };
  }
}
