import fc from "fast-check";
import { parseSync } from "oxc-parser";
import { nodesOfSource } from "../../../src/source/nodes.ts";

/** Where comments are put, and of which kind. */
export type Comments = readonly (readonly [place: number, kind: number])[];

export const comments: fc.Arbitrary<Comments> = fc.array(fc.tuple(fc.nat(99_999), fc.nat(5)), {
  maxLength: 12,
  size: "max",
});

// A line break in front of what else can stand behind `return` would end the statement.
const isLine = /Statement$|Declaration$|^(MethodDefinition|PropertyDefinition|TSEnumMember|SwitchCase)$/;

/** Puts comments before and behind nodes of a program. */
export function commented(text: string, places: Comments): string {
  const { program } = parseSync("program.ts", text);
  const nodes = nodesOfSource(program).all.filter(({ type }) => !/^(Program|TemplateElement)$/.test(type));
  const inserted = places.map(([place, kind], index) => {
    const { type, start, end } = nodes[place % nodes.length] as (typeof nodes)[number];
    const isOnLine = isLine.test(type);
    if (kind === 0 || kind === 1) return { at: end, comment: ` /* ${index} */ ` };
    if (kind === 2 && isOnLine) return { at: start, comment: `// ${index}\n` };
    if (kind === 3 && isOnLine) return { at: start, comment: `\n\n/**\n * ${index}\n */\n` };
    return { at: start, comment: ` /* ${index} */ ` };
  });
  let written = text;
  for (const { at, comment } of inserted.sort((a, b) => b.at - a.at))
    written = written.slice(0, at) + comment + written.slice(at);
  return written;
}
