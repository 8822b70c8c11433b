import fc from "fast-check";
import { enumBody, enumNotes } from "./enums.ts";

/** Declarations at the top of a module, and statements that note what they hold. */
export interface TopLevel {
  readonly declarations: string;
  readonly notes: string;
}

interface Part {
  readonly written: string;
  /** What can be noted of it, in the namespace. */
  readonly noted: readonly string[];
}

/** Parts of a namespace of some name, with names of their own. */
const parts: readonly ((name: string, id: string) => Part)[] = [
  (_, id) => ({ written: `export const c${id} = 3;`, noted: [`c${id}`] }),
  (_, id) => ({ written: `export let l${id} = 5; l${id} += 2; ++l${id};`, noted: [`l${id}`] }),
  (_, id) => ({ written: `export let u${id}: any; u${id} ??= 1;`, noted: [`u${id}`] }),
  (_, id) => ({
    written: `const h${id} = 8; export function f${id}(n = h${id}) { return n + h${id}; }`,
    noted: [`f${id}()`],
  }),
  (name) => ({ written: `export function ${name}() { return typeof ${name}; }`, noted: [`${name}()`] }),
  (_, id) => ({
    written: `export const { a: a${id}, b: [b${id} = 2], ...r${id} } = { a: 1, b: [] as number[], d: 4 };`,
    noted: [`a${id}`, `b${id}`, `r${id}`],
  }),
  (_, id) => ({
    written: `export class K${id} { v = 1; m() { return this.v + K${id}.s; } static s = 2; }`,
    noted: [`new K${id}().m()`],
  }),
  (_, id) => ({
    written: `export namespace N${id} { export const deep = 6; } export import I${id} = N${id};`,
    noted: [`N${id}.deep`, `I${id}.deep`],
  }),
  (_, id) => ({
    written: `export const o${id} = { v: 1, m(v: number) { return v + this.v; } }, p${id} = o${id}.m(2);`,
    noted: [`p${id}`],
  }),
  (_, id) => ({
    written: `export let x${id} = 1, y${id} = 2; [x${id}, y${id}] = [y${id}, x${id}]; for (x${id} of [7]) y${id}++;`,
    noted: [`x${id}`, `y${id}`],
  }),
];

const chosen = fc.array(fc.nat(parts.length - 1), { minLength: 1, maxLength: 4, size: "max" });

/** Two declarations of one namespace, maybe one of an enum or a function as well; the second uses what the first exports. */
const namespace: fc.Arbitrary<(name: string) => TopLevel> = fc
  .tuple(chosen, chosen, fc.constantFrom("", "enum", "function"), enumBody("M"))
  .map(([first, second, merged, body]) => (name) => {
    const one = first.map((index, at) => parts[index]?.(at === 0 ? name : `${name}f${at}`, `1${at}`) as Part);
    const two = second.map((index, at) => parts[index]?.(`${name}s${at}`, `2${at}`) as Part);
    const inside = one.flatMap(({ noted }) => noted);
    const before = {
      enum: `enum ${name} { ${body.written} }\n`,
      function: `function ${name}() { return 9; }\n`,
      "": "",
    }[merged];
    const declarations = `${before}namespace ${name} {\n${written(one)}\n}
namespace ${name} {\n${written(two)}\nexport const all${name} = () => [${inside.join(", ")}];\n}`;
    const noted = [...one, ...two].flatMap((part) => part.noted.map((it) => `note(${qualified(it, name)});`));
    const own = merged === "function" ? [`note(${name}());`] : [];
    const members = merged === "enum" ? [enumNotes(name, body)] : [];
    return { declarations, notes: [...own, ...noted, `note(${name}.all${name}());`, ...members].join("\n") };
  });

function written(all: readonly Part[]): string {
  return all.map((it) => it.written).join("\n");
}

/** `new K1().m()` -> `new Space.K1().m()` */
function qualified(expression: string, name: string): string {
  return expression.startsWith("new ") ? `new ${name}.${expression.slice(4)}` : `${name}.${expression}`;
}

const mergedEnum: fc.Arbitrary<(name: string) => TopLevel> = enumBody("A").chain((first) =>
  enumBody("B", first.numbers).map((second) => (name) => ({
    declarations: `enum ${name} { ${first.written} }\nexport enum ${name}x { ${first.written} }\nenum ${name} { ${second.written} }`,
    notes: [enumNotes(name, first), enumNotes(name, second), enumNotes(`${name}x`, first)].join("\n"),
  })),
);

/** Some namespaces and enums. */
export const topLevel: fc.Arbitrary<TopLevel> = fc
  .array(fc.oneof(namespace, mergedEnum), { maxLength: 2 })
  .map((all) => {
    const made = all.map((make, index) => make(`Top${index}`));
    return {
      declarations: made.map((it) => it.declarations).join("\n"),
      notes: made.map((it) => it.notes).join("\n"),
    };
  });
