import fc from "fast-check";
import { parseSync } from "oxc-parser";
import { nodesOfSource } from "../../../src/source/nodes.ts";

/** Where comments are put, and of which kind. */
export type Comments = readonly (readonly [place: number, kind: number])[];

export const comments: fc.Arbitrary<Comments> = fc.array(fc.tuple(fc.nat(99_999), fc.nat(7)), {
  maxLength: 12,
  size: "max",
});

// A line break in front of what else can stand behind `return` would end the statement.
const isLine = /Statement$|Declaration$|^(MethodDefinition|PropertyDefinition|TSEnumMember|SwitchCase)$/;

/** Puts comments before and behind nodes of a program, and between its brackets and commas. */
export function commented(text: string, places: Comments): string {
  const { program, errors } = parseSync("program.ts", text);
  if (errors.length > 0) throw new Error(`${errors[0]?.codeframe}\n${text}`);
  const nodes = nodesOfSource(program).all.filter(({ type }) => !/^(Program|TemplateElement)$/.test(type));
  const besideBrackets = places.some(([, kind]) => kind > 5) ? placesBesideBrackets(text, nodes) : [];
  const inserted = places.map(([place, kind], index) => {
    const { type, start, end } = nodes[place % nodes.length] as (typeof nodes)[number];
    const isOnLine = isLine.test(type);
    const name = `c${place}x${index}`;
    if (kind > 5) {
      const comment = kind === 6 ? ` /* ${name} */ ` : ` /*\n * ${name}\n */ `;
      return { at: besideBrackets[place % besideBrackets.length] as number, comment };
    }
    if (kind === 0 || kind === 1) return { at: end, comment: ` /* ${name} */ ` };
    if (kind === 2 && isOnLine) return { at: start, comment: `// ${name}\n` };
    if (kind === 3 && isOnLine) return { at: start, comment: `\n\n/**\n * ${name}\n */\n` };
    return { at: start, comment: ` /* ${name} */ ` };
  });
  let written = text;
  for (const { at, comment } of inserted.sort((a, b) => b.at - a.at))
    written = written.slice(0, at) + comment + written.slice(at);
  return written;
}

/** The comments that stand more often in one text than in others, by their names. */
export function commentsTooMany(text: string, sources: readonly string[]): string[] {
  const all = [...sources.join("\n").matchAll(commentName)].map(([name]) => name);
  const left = new Map<string, number>();
  for (const name of all) left.set(name, (left.get(name) ?? 0) + 1);
  return [...text.matchAll(commentName)].flatMap(([name]) => {
    const remaining = left.get(name) ?? 0;
    left.set(name, remaining - 1);
    return remaining > 0 ? [] : [name];
  });
}

const commentName = /\bc\d+x\d+\b/g;

/** The offsets behind opening brackets and commas, and before closing brackets: in lists, patterns and parameters, empty ones, too. */
function placesBesideBrackets(text: string, nodes: ReturnType<typeof nodesOfSource>["all"]): number[] {
  const isText = new Set<number>();
  for (const { type, start, end } of nodes)
    if (type === "Literal" || type === "TemplateLiteral") for (let at = start; at < end; at++) isText.add(at);
  return [...text].flatMap((character, at) => {
    if (isText.has(at)) return [];
    if ("([{,".includes(character)) return [at + 1];
    return ")]}".includes(character) ? [at] : [];
  });
}
