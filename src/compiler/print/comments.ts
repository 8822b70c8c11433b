import type { AnyNode, Comment } from "../tree/nodes.ts";
import { type Doc, hardLine, indent } from "./doc.ts";

/** Tells whether nothing can stand behind a comment on its line. */
export function endsLine({ text, endsLine }: Comment): boolean {
  return endsLine || text.startsWith("//") || text.includes("\n");
}

/** Tells whether comments in front of a node keep it off the line of the node before. */
export function hasLineComment({ comments }: AnyNode): boolean {
  return comments?.before?.some(endsLine) ?? false;
}

/** True if comments keep a part of a list from standing beside others. */
export function hasOwnLine(node: AnyNode): boolean {
  return hasLineComment(node) || (node.comments?.after?.some(endsLine) ?? false);
}

function commentDoc({ text }: Comment): Doc {
  return text.split("\n").flatMap((it, index) => (index === 0 ? [it] : [hardLine, it]));
}

/** A node below the comments in front of it, where a line begins. */
export function belowComments({ comments, isAfterBlank }: AnyNode, doc: Doc): Doc {
  const before = comments?.before;
  if (!before) return doc;
  const firstMoved = before.findIndex(({ isMoved }) => isMoved);
  const docs = before.map((it, index) => {
    const isBelowBlank = index > 0 && (it.isMoved ? index === firstMoved && isAfterBlank : it.isAfterBlank);
    return [isBelowBlank ? hardLine : "", commentDoc(it), endsLine(it) ? hardLine : " "];
  });
  const isBelowBlank = isAfterBlank && firstMoved === -1 && endsLine(before.at(-1) as Comment);
  return [docs, isBelowBlank ? hardLine : "", doc];
}

/** A node between its comments, on one line: `// why` becomes `/* why *\/`. */
export function betweenComments(node: AnyNode, doc: Doc): Doc {
  const before = node.comments?.before;
  const withAfter = beforeComments(node, doc);
  return before ? [before.map((it) => [onOneLine(it), " "]), withAfter] : withAfter;
}

/** A node in front of the comments behind it, on one line. */
export function beforeComments({ comments }: AnyNode, doc: Doc): Doc {
  const after = comments?.after;
  return after ? [doc, after.map((it) => [" ", onOneLine(it)])] : doc;
}

function onOneLine({ text }: Comment): string {
  const lines = text.split("\n").map((it) => it.trim());
  const joined = lines.join(" ");
  return joined.startsWith("//") ? `/*${joined.slice(2).replaceAll("*/", "* /")} */` : joined;
}

/** A node with comments that end their lines, each on a line of its own and further in. */
export function onOwnLines(node: AnyNode, doc: Doc): Doc {
  const [first] = node.comments?.before ?? [];
  return indent([first?.startsLine ? hardLine : " ", belowComments(node, doc)]);
}

/** The comments behind a node, at the end of its line. */
export function commentsBehind({ comments }: AnyNode): Doc {
  return (comments?.after ?? []).map((it) => {
    const gap = it.startsLine ? [hardLine, it.isAfterBlank ? hardLine : ""] : " ";
    return { is: "aside", doc: [gap, commentDoc(it)] };
  });
}

/** A part of a list with what separates it from the next, which stands in front of a comment that ends the line. */
export function separated(node: AnyNode, doc: Doc, separator: Doc): Doc {
  const isAtEnd = node.comments?.after?.some(endsLine) ?? true;
  return isAtEnd ? [doc, separator, commentsBehind(node)] : [beforeComments(node, doc), separator];
}

/** The comments in a node that holds nothing else, each on a line of its own. */
export function commentsInside({ comments }: AnyNode): Doc[] {
  return (comments?.inside ?? []).map((it, index) => [
    index > 0 ? hardLine : "",
    index > 0 && it.isAfterBlank ? hardLine : "",
    commentDoc(it),
  ]);
}

/** Tells whether a blank line stands above a node and its comments. */
export function beginsAfterBlank({ comments, isAfterBlank }: AnyNode): boolean {
  const [first] = comments?.before ?? comments?.inside ?? [];
  return first && !first.isMoved ? first.isAfterBlank : isAfterBlank === true;
}
