import type { Node } from "oxc-parser";
import type { Source } from "../source.ts";

/** A place where only white space and comments stand: before, between or after the statements of a list. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  /** Whether a statement could stand there. Members of classes are no statements. */
  readonly isForStatements: boolean;
  /** Whether it is the first of a block. */
  readonly isOpening: boolean;
  /** The statements of the file itself before and after it. */
  readonly previous?: Node;
  readonly next?: Node;
}

/** The gaps of a source, in the order of the text. */
export function gapsBetween({ text, parsed: { program }, nodes }: Source): Gap[] {
  const gaps: Gap[] = [];
  const add = (list: readonly Node[], start: number, end: number, options: Partial<Gap> = {}) => {
    for (let index = 0; index <= list.length; index++) {
      gaps.push({
        start: list[index - 1]?.end ?? start,
        end: list[index]?.start ?? end,
        isForStatements: true,
        isOpening: index === 0,
        ...options,
      });
    }
  };
  addFileGaps();
  for (const { body, start, end } of nodes.ofType("BlockStatement")) add(body, start + 1, end - 1);
  for (const { body, start, end } of nodes.ofType("StaticBlock")) {
    add(body, text.indexOf("{", start) + 1, end - 1);
  }
  for (const { body, start, end } of nodes.ofType("ClassBody")) {
    add(body, start + 1, end - 1, { isForStatements: false });
  }
  for (const { cases, end } of nodes.ofType("SwitchStatement")) {
    cases.forEach((node, index) => {
      const colon = text.indexOf(":", node.test?.end ?? node.start);
      add(node.consequent, colon + 1, cases[index + 1]?.start ?? end - 1);
    });
  }
  return gaps.sort((a, b) => a.start - b.start || a.end - b.end);

  function addFileGaps(): void {
    const { body } = program;
    for (let index = 0; index <= body.length; index++) {
      const previous = body[index - 1];
      const next = belongsTo(body, index);
      gaps.push({
        start: previous?.end ?? 0,
        end: body[index]?.start ?? text.length,
        isForStatements: true,
        isOpening: index === 0,
        ...(previous && { previous }),
        ...(next && { next }),
      });
    }
  }
}

/** What a comment before a statement of the file belongs to; at the top, above the imports, it is about the file. */
function belongsTo(body: readonly Node[], index: number): Node | undefined {
  const statement = body[index];
  if (index === 0 && statement?.type === "ImportDeclaration") return undefined;
  return statement && isOverload(statement) ? belongsTo(body, index + 1) : statement;
}

/** `function over(a: string): string;`, of which nothing is left in ES5 */
function isOverload(statement: Node): boolean {
  const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
  return declared?.type === "TSDeclareFunction" && !declared.declare;
}
