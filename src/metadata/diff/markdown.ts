import { asCode, escapedCell } from "../markdown-text.ts";
import type { Change, ChangeKind } from "./change.ts";
import { type DiffReport, kindOrder } from "./diff.ts";
import type { MethodChange } from "./script-changes.ts";

/** The title of each kind of changes, above its list. */
export const titles: { readonly [kind in ChangeKind]: string } = {
  break: "Breaks live Zaps",
  unknown: "May break live Zaps",
  changed: "Works in another way",
  new: "New",
  text: "Text only",
};

/** `2 breaks, 1 unknown, 3 new` */
export function diffSummary({ changes, methods = [] }: DiffReport): string {
  const nouns = { break: "break", unknown: "unknown", changed: "changed", new: "new", text: "text" };
  const counts = kindOrder.flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length;
    if (count === 0) return [];
    return [`${count} ${nouns[kind]}${kind === "break" && count > 1 ? "s" : ""}`];
  });
  if (methods.length > 0)
    counts.push(`${methods.length} method${methods.length === 1 ? "" : "s"} of the script`);
  return counts.join(", ") || "no differences";
}

// GitHub takes 65,536 characters.
const MOST_CHARACTERS = 65_000;

/** A report as Markdown, for a pull request: the breaks first, the rest folded, never longer than a comment can be. */
export function diffMarkdown(report: DiffReport): string {
  const { changes, methods = [], unchecked } = report;
  const of = (kind: ChangeKind) => changes.filter((change) => change.kind === kind).map(item);
  const sections: Section[] = [
    { title: titles.break, lines: of("break"), isFolded: false },
    { title: titles.unknown, lines: of("unknown"), isFolded: false },
    ...(["changed", "new", "text"] as const).map((kind) => ({
      title: titles[kind],
      lines: of(kind),
      isFolded: true,
    })),
    {
      title: "Methods of the script",
      lines: methods.map((it) => `- ${methodText(it, asCode)}`),
      isFolded: true,
    },
    { title: "Not compared", lines: unchecked.map((why) => `- ${escapedCell(why)}`), isFolded: false },
  ];
  const head = `## From ${asCode(report.old)} to ${asCode(report.new)}: ${diffSummary(report)}\n`;
  return withinLimit(
    head,
    sections.filter(({ lines }) => lines.length > 0),
  );
}

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
  readonly isFolded: boolean;
}

function item({ id, today, entity, message, hint }: Change): string {
  const ids = today === undefined ? id : `${id}, today ${today}`;
  return `- ${asCode(entity)} ${escapedCell(message)}${hint === undefined ? "" : ` **Instead:** ${escapedCell(hint)}`} (${ids})`;
}

/** `new_ticket_post_poll`: changed, by the function it uses: `normalise` */
export function methodText(
  { method, change, own, uses = [] }: MethodChange,
  code: (name: string) => string,
): string {
  if (change !== "changed") return `${code(method)}: ${change}`;
  const by = own ? "" : " in what it uses";
  const names = uses.length > 0 ? `: ${uses.map(code).join(", ")}` : "";
  return `${code(method)}: changed${own && uses.length > 0 ? ", also in what it uses" : by}${names}`;
}

function withinLimit(head: string, sections: readonly Section[]): string {
  const total = sections.reduce((sum, { lines }) => sum + lines.length, 0);
  const note = (left: number) =>
    `\n_${left} of ${total} lines are left out: a comment takes no more. \`zapc diff\` shows all._\n`;
  // The characters that remain beside the end of the last section and the note.
  const room = MOST_CHARACTERS - note(total).length - "\n</details>\n".length;
  let text = head;
  let shown = 0;
  for (const { title, lines, isFolded } of sections) {
    const opening = isFolded
      ? `\n<details><summary>${title} (${lines.length})</summary>\n\n`
      : `\n### ${title}\n\n`;
    const [first = ""] = lines;
    if (text.length + opening.length + first.length > room) break;
    text += opening;
    const before = shown;
    for (const line of lines) {
      if (text.length + line.length + 1 > room) break;
      text += `${line}\n`;
      shown += 1;
    }
    if (isFolded) text += "\n</details>\n";
    if (shown - before < lines.length) break;
  }
  return shown < total ? text + note(total - shown) : text;
}
