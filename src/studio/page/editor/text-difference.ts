import { diffLines } from "diff";

/** One line of two texts. */
export interface TextLine {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Lines in a row of which nothing changed: so many are shown before and after a change. */
const context = 3;

/** The lines of two texts, with three equal ones around each difference. JSON is compared with an indent. */
export function textDifference(left: string, right: string): readonly TextLine[] {
  const lines = diffLines(indented(left), indented(right)).flatMap(({ added, removed, value }) => {
    const kind = added ? "added" : removed ? "removed" : "same";
    return value
      .replace(/\n$/, "")
      .split("\n")
      .map((text): TextLine => ({ kind, text }));
  });
  return lines.filter((_, at) =>
    lines.slice(Math.max(0, at - context), at + context + 1).some(({ kind }) => kind !== "same"),
  );
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
