import { describe, expect, test } from "vitest";
import { converted, type Libraries, legacy } from "./libraries.ts";
import { examplesIn, run } from "./run-examples.ts";
import { typedMembers, typedNames } from "./typed-names.ts";

/** The names that the declarations give to a part of a library, and that part as each runtime has it. */
interface Part {
  readonly title: string;
  readonly names: readonly string[];
  readonly of: (libraries: Libraries) => object;
  /** Tells whether each name has an example; its key is the name, or `Type.name`. */
  readonly examples?: { readonly file: string; readonly prefix: string };
}

const names = (of: readonly { readonly name: string }[]) => of.map(({ name }) => name);
const wrap = ({ _ }: Libraries) => (_ as unknown as (value: unknown) => object)([]);

// Source: docs/platform.md, "Two runtimes": the older moment comes "with timezone"; which version of that is not known.
const timezone = ["tz"];
const without = (left: readonly string[], of: readonly string[]) => of.filter((name) => !left.includes(name));

const parts: readonly Part[] = [
  {
    title: "_",
    names: names(typedNames("_")),
    of: ({ _ }) => _,
    examples: { file: "underscore.ts", prefix: "" },
  },
  { title: "_(…)", names: names(typedMembers("_", "Wrapped")), of: wrap },
  { title: "_.chain(…)", names: names(typedMembers("_", "Chain")), of: wrap },
  {
    title: "moment",
    names: without(timezone, names(typedNames("moment"))),
    of: ({ moment }) => moment,
    examples: { file: "moment.ts", prefix: "" },
  },
  {
    title: "moment()",
    names: without(timezone, names(typedMembers("moment", "Moment"))),
    of: ({ moment }) => moment(0),
    examples: { file: "moment.ts", prefix: "Moment." },
  },
  {
    title: "moment.duration()",
    names: names(typedMembers("moment", "Duration")),
    of: ({ moment }) => (moment.duration as (length: number) => object)(0),
    examples: { file: "moment.ts", prefix: "Duration." },
  },
  {
    title: "async",
    names: names(typedNames("async")),
    of: ({ async }) => async,
    examples: { file: "async.ts", prefix: "" },
  },
  {
    title: "$",
    names: names(typedNames("$")),
    of: ({ $ }) => $,
    examples: { file: "jquery.ts", prefix: "" },
  },
  {
    title: "$(…)",
    names: names(typedMembers("$", "Selection")),
    of: ({ $ }) => $.fn,
    examples: { file: "jquery.ts", prefix: "Selection." },
  },
];

describe.each(parts)("$title", ({ names, of, examples }) => {
  test("has every name that is typed, on both runtimes", () => {
    expect(names.length).toBeGreaterThan(5);
    expect(without(Object.keys(everythingOf(of(legacy))), names)).toEqual([]);
    expect(without(Object.keys(everythingOf(of(converted))), names)).toEqual([]);
  });

  test.each(examples ? [examples] : [])("has an example of every name in $file", ({ file, prefix }) => {
    const shown = Object.keys(examplesIn(file, converted).examples ?? {});
    expect(
      without(
        shown,
        names.map((name) => prefix + name),
      ),
    ).toEqual([]);
  });
});

/** Own and inherited, enumerable or not. */
function everythingOf(object: object): { [name: string]: true } {
  const found: { [name: string]: true } = {};
  for (let part: object | null = object; part; part = Object.getPrototypeOf(part)) {
    for (const name of Object.getOwnPropertyNames(part)) found[name] = true;
  }
  return found;
}

describe.each(["underscore.ts", "underscore-chains.ts", "moment.ts", "async.ts", "jquery.ts"])(
  "%s",
  (file) => {
    const before = examplesIn(file, legacy).examples ?? {};
    const today = examplesIn(file, converted).examples ?? {};

    test.each(Object.keys(today))("%s gives the same on both runtimes", async (name) => {
      const [old, current] = await Promise.all([before[name], today[name]].map((it) => run(it as never)));
      expect(old).toEqual(current);
    });
  },
);

test("moment knows time zones on the newer runtime", async () => {
  const { tz, "Moment.tz": inZone } = examplesIn("moment.ts", converted).examplesOfToday ?? {};
  expect(tz?.()).toEqual(["2024-03-05T10:08:07+01:00", 7, "number"]);
  expect(inZone?.()).toBe("2024-03-05T18:08:07+09:00");
});
