import fc from "fast-check";

/** A module's constants that its enums use. */
export const constants = 'const base = 4, word = "w";';

// biome-ignore lint/suspicious/noTemplateCurlyInString: it is a template of the program
const initializers = ["", "", "4", "-2", "base", "base << 1", '"text"', '"abc".length', "`${word}-x`", "1.5"];

/** A member: how it is written, and whether one behind it needs no value. */
interface Member {
  readonly written: string;
  readonly isCounted: boolean;
  readonly isText: boolean;
}

/** What an enum has between its braces, and the names of its members. */
export interface EnumBody {
  readonly written: string;
  readonly names: readonly string[];
  /** Those that are numbers. */
  readonly numbers: readonly string[];
}

/**
 * @param prefix - what the names begin with
 * @param known - the members of the same enum that are declared before, and are numbers
 */
export function enumBody(prefix: string, known: readonly string[] = []): fc.Arbitrary<EnumBody> {
  const choice = fc.tuple(fc.nat(initializers.length + 2), fc.nat(9), fc.boolean());
  return fc.array(choice, { minLength: 1, maxLength: 5, size: "max" }).map((choices) => {
    const names: string[] = [];
    const numbers: string[] = [];
    const members: Member[] = [];
    for (const [kind, other, isQuoted] of choices) {
      const name = `${prefix}${names.length}`;
      const earlier = [...known, ...numbers];
      const before = members.at(-1);
      const mustHaveValue = before ? !before.isCounted : known.length > 0;
      const made = member({ name: isQuoted ? `"${name}"` : name, kind, other, earlier, mustHaveValue });
      members.push(made);
      names.push(name);
      if (!made.isText) numbers.push(name);
    }
    return { written: members.map(({ written }) => written).join(", "), names, numbers };
  });
}

interface Choice {
  readonly name: string;
  readonly kind: number;
  readonly other: number;
  readonly earlier: readonly string[];
  readonly mustHaveValue: boolean;
}

function member({ name, kind, other, earlier, mustHaveValue }: Choice): Member {
  const referred = earlier[other % Math.max(earlier.length, 1)];
  const value = initializers[kind] ?? (referred && `(${referred} as number) + ${other}`) ?? "7";
  if (value === "" && !mustHaveValue) return { written: name, isCounted: true, isText: false };
  // A text, or what is computed, is not counted on from.
  const isCounted = /^(4|-2|base|base << 1|1\.5|7|)$/.test(value);
  return { written: `${name} = ${value || "7"}`, isCounted, isText: /^["`][^.]*$/.test(value) };
}

/** Statements that note what an enum has. */
export function enumNotes(name: string, { names }: EnumBody): string {
  const members = names.map((it) => `note(${name}.${it}); note(${name}[${name}.${it} as any]);`);
  return [...members, `note(Object.keys(${name}).sort().join());`].join("\n");
}
