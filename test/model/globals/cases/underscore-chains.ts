import { is } from "./is.ts";

const people = [
  { name: "Ann", city: "Paris", age: 30 },
  { name: "Bob", city: "Rome", age: 25 },
  { name: "Cid", city: "Paris", age: 41 },
];
type Person = (typeof people)[number];

/** Each gives the same on both versions. */
export const examples = {
  "a chain": () =>
    is<string[]>()(
      _.chain(people)
        .filter(({ age }) => age > 26)
        .sortBy("age")
        .pluck("name")
        .map((name, index) => `${index}${name.toUpperCase()}`)
        .value(),
    ),
  "a chain from a wrapped value": () => is<_.Dictionary<number>>()(_(people).chain().countBy("city").value()),
  "a chain through an object": () =>
    _.chain({ a: 1, b: 2 })
      .pairs()
      .filter(([key, value]) => key !== "a" && value > 0)
      .object()
      .value(),
  "a chain of objects": () => _.chain({ a: 1 }).extend({ b: "x" }).pick("b").value().b.length,
  "a chain of arrays": () =>
    is<string>()(_.chain([3, 1]).concat([2]).sortBy((n) => n).rest().slice(0, 2).join("-").value()),
  "a chain to one item": () => is<Person | undefined>()(_.chain(people).where({ city: "Paris" }).last().value()),
  "a chain with tap": () => {
    const seen: number[] = [];
    _.chain([1, 2]).map((n) => n * 2).tap((list) => seen.push(list.length)).uniq().value();
    return seen;
  },
  "a chain to a number": () => is<number>()(_.chain(people).reduce((sum, { age }) => sum + age, 0).value()),
  "a wrapped list": () => [
    is<string[]>()(_(people).map(({ name }) => name)),
    is<string[]>()(_(people).pluck("city")),
    is<Person | undefined>()(_(people).find(({ age }) => age > 40)),
    is<boolean>()(_(["a"]).contains("a")),
    is<Person[]>()(_(people).first(2)),
  ],
  "a wrapped object": () => [is<string[]>()(_({ a: 1 }).keys()), is<boolean>()(_({ a: 1 }).has("a")), _({ a: 1 }).value()],
  "a wrapped number and text": () => [is<number[]>()(_(2).times((n) => n)), is<string>()(_("<").escape())],
};

export const mistakes = () => {
  // @ts-expect-error the older runtime loses what comes after each
  _.chain(people).each(() => {}).value();
  // @ts-expect-error
  _.chain(people).pluck("size");
  // @ts-expect-error a wrapped value is no chain
  _(people).filter(({ age }) => age > 1).pluck("name");
  // @ts-expect-error
  _(people).findIndex(({ age }) => age > 1);
};
