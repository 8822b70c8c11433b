import { is } from "./is.ts";

interface Person {
  name: string;
  city?: string;
  age: number;
}

const people: Person[] = [
  { name: "Ann", city: "Paris", age: 30 },
  { name: "Bob", city: "Rome", age: 25 },
  { name: "Cid", city: "Paris", age: 41 },
];
const prices: { [name: string]: number } = { tea: 2, cake: 5 };
const nothing: Person[] | undefined = undefined as Person[] | undefined;

/** Each gives the same on both versions. */
export const examples = {
  each() {
    const seen: unknown[] = [];
    const result = _.each(people, (person, index, list) => {
      is<Person>()(person);
      is<number>()(index);
      seen.push(person.name, index, list.length);
    });
    // @ts-expect-error nothing comes back on the older runtime
    result?.length;
    _.each(prices, (price, name) => seen.push(is<string>()(name), is<number>()(price)));
    _.each(nothing, (person) => seen.push(person.name));
    _.each("ab", (letter) => seen.push(is<string>()(letter)));
    return seen;
  },
  forEach() {
    const seen: string[] = [];
    _.forEach(people, (person) => seen.push(person.name));
    return seen;
  },
  map: () => [
    is<string[]>()(_.map(people, (person) => person.name)),
    is<string[]>()(_.map(prices, (price, name) => `${name}: ${price}`)),
    _.map(people, function (this: { sign: string }, { name }) {
      return this.sign + name;
    }, { sign: "+" }),
    _.map(null, () => 1),
  ],
  collect: () => _.collect([1, 2], (n) => n * 2),
  reduce: () => is<number>()(_.reduce(people, (sum, { age }) => sum + age, 0)),
  foldl: () => _.foldl([1, 2], (sum, n) => sum + n, 0),
  inject: () => _.inject([1, 2], (sum, n) => sum + n, 0),
  reduceRight: () => _.reduceRight(["a", "b"], (text, letter) => text + letter, ""),
  foldr: () => _.foldr(["a", "b"], (text, letter) => text + letter, ""),
  find: () => [
    is<Person | undefined>()(_.find(people, ({ age }) => age > 40)),
    is<number | undefined>()(_.find(prices, (price) => price > 9)),
  ],
  detect: () => _.detect([1, 2], (n) => n > 1),
  filter: () => [
    is<Person[]>()(_.filter(people, ({ city }) => city === "Paris")),
    is<string[]>()(_.filter(["a", 1], (value): value is string => typeof value === "string")),
    _.filter(prices, (price) => price > 2),
  ],
  select: () => _.select([1, 2], (n) => n > 1),
  reject: () => _.reject([1, 2], (n) => n > 1),
  where: () => is<Person[]>()(_.where(people, { city: "Paris" })),
  findWhere: () => is<Person | undefined>()(_.findWhere(people, { city: "Paris" })),
  every: () => [_.every(people, ({ age }) => age > 18), _.every([1, 0]), _.every(nothing)],
  all: () => _.all([true, false]),
  some: () => [_.some(people, ({ age }) => age > 40), _.some([0, 1]), _.some(nothing)],
  any: () => _.any([true, false]),
  contains: () => [_.contains([1, 2], 2), _.contains(prices, 5), _.contains(nothing, people[0] as Person)],
  include: () => _.include(["a"], "b"),
  invoke: () => [
    is<string[]>()(_.invoke(["a", "b"], "toUpperCase")),
    is<string[]>()(_.invoke(["abc"], "slice", 1)),
  ],
  pluck: () => [is<string[]>()(_.pluck(people, "name")), is<(string | undefined)[]>()(_.pluck(people, "city"))],
  max: () => [is<number>()(_.max([1, 3, 2])), _.max(people, ({ age }) => age), _.max([])],
  min: () => [is<number>()(_.min(prices)), _.min(people, ({ age }) => age), _.min([])],
  sortBy: () => [is<Person[]>()(_.sortBy(people, "age")), _.sortBy(people, ({ name }) => name), _.sortBy([3, 1], (n) => -n)],
  groupBy: () => [is<_.Dictionary<Person[]>>()(_.groupBy(people, "city")), _.groupBy([1.2, 1.4, 2.1], (n) => Math.floor(n))],
  countBy: () => is<_.Dictionary<number>>()(_.countBy(people, "city")),
  shuffle: () => _.shuffle([1, 2, 3]).length,
  toArray: () => [is<number[]>()(_.toArray(prices)), _.toArray("ab"), _.toArray(nothing)],
  size: () => [_.size(people), _.size(prices), _.size(null)],

  first: () => [is<number | undefined>()(_.first([1, 2])), is<number[]>()(_.first([1, 2, 3], 2)), _.first([])],
  head: () => _.head(["a"]),
  take: () => _.take([1, 2, 3], 2),
  last: () => [is<number | undefined>()(_.last([1, 2])), is<number[]>()(_.last([1, 2, 3], 2))],
  initial: () => [_.initial([1, 2, 3]), _.initial([1, 2, 3], 2)],
  rest: () => [_.rest([1, 2, 3]), _.rest([1, 2, 3], 2)],
  tail: () => _.tail([1, 2]),
  drop: () => _.drop([1, 2, 3], 2),
  compact: () => is<string[]>()(_.compact(["a", "", null, undefined, false] as (string | null | undefined | false)[])),
  flatten: () => [is<number[]>()(_.flatten([[1], [[2, [3]]]])), is<(number | number[])[]>()(_.flatten([[1], [[2]]] as (number | number[])[][], true))],
  without: () => is<number[]>()(_.without([1, 2, 1, 3], 1, 3)),
  union: () => is<number[]>()(_.union([1, 2], [2, 3], [4])),
  intersection: () => _.intersection([1, 2, 3], [2, 3], [3]),
  difference: () => _.difference([1, 2, 3], [2], [3]),
  uniq: () => [_.uniq([1, 2, 1]), _.uniq([1, 1, 2], true), _.uniq(people, ({ city }) => city), _.uniq([1, 1.5, 2], true, Math.floor)],
  unique: () => _.unique([1, 1]),
  zip: () => [is<[string | undefined, number | undefined][]>()(_.zip(["a", "b"], [1])), _.zip([1], [2], [3])],
  object: () => [is<_.Dictionary<number>>()(_.object(["a", "b"], [1, 2])), is<_.Dictionary<number>>()(_.object([["a", 1]]))],
  indexOf: () => [_.indexOf([1, 2], 2), _.indexOf([1, 2, 3], 3, true)],
  lastIndexOf: () => [_.lastIndexOf([1, 2, 1], 1), _.lastIndexOf([1, 2, 1], 1, 1)],
  sortedIndex: () => [_.sortedIndex([1, 3], 2), _.sortedIndex(people, { name: "D", age: 1 }, "name"), _.sortedIndex([3, 1], 2, (n) => -n)],
  range: () => [_.range(3), _.range(1, 3), _.range(1, 10, 4)],

  keys: () => is<string[]>()(_.keys(prices)),
  values: () => is<number[]>()(_.values(prices)),
  pairs: () => is<[key: string, value: number][]>()(_.pairs(prices)),
  invert: () => is<_.Dictionary<string>>()(_.invert({ a: "x", b: 2 })),
  functions: () => _.functions({ b() {}, a() {}, c: 1 }),
  methods: () => _.methods({ a() {} }),
  extend: () => [_.extend({ a: 1 }, { b: "x" }).b.length, _.extend({ a: 1 }, { b: 2 }, { c: 3 }).c, _.extend({ a: 1, b: 2 }, null, { b: 3 }, undefined, {})],
  defaults() {
    const options: { limit?: number; order: string } = { order: "desc" };
    return is<number>()(_.defaults(options, { limit: 10 }).limit);
  },
  pick: () => [is<{ name: string; age: number }>()({ ..._.pick(people[0] as Person, "name", "age") }), _.pick(prices, ["tea"])],
  omit: () => [_.omit(people[0] as Person, "age").name, _.omit(prices, ["tea"])],
  clone: () => is<Person[]>()(_.clone(people)),
  tap() {
    let seen = 0;
    return [_.tap(1, (n) => { seen = n; }), seen];
  },
  has: () => [_.has(prices, "tea"), _.has(prices, "toString")],
  result() {
    const object = { a: "x", b: () => 1 };
    return [is<string>()(_.result(object, "a")), is<number>()(_.result(object, "b"))];
  },
  isEqual: () => [_.isEqual({ a: [1] }, { a: [1] }), _.isEqual([1], [2])],
  isEmpty: () => [_.isEmpty({}), _.isEmpty([1]), _.isEmpty(""), _.isEmpty(null)],
  isElement: () => [_.isElement({}), _.isElement(null)],
  isArray: () => [_.isArray([]), _.isArray({})],
  isObject: () => [_.isObject([]), _.isObject(null), _.isObject("")],
  isArguments() {
    return (function () {
      return _.isArguments(arguments);
    })();
  },
  isFunction: () => [_.isFunction(() => 1), _.isFunction({})],
  isString(value: unknown = "x") {
    if (_.isString(value)) return value.toUpperCase();
    // @ts-expect-error what is no text has no length
    return value.length;
  },
  isNumber: () => [_.isNumber(1), _.isNumber("1")],
  isFinite: () => [_.isFinite(1), _.isFinite("1"), _.isFinite(Infinity), _.isFinite("x")],
  isBoolean: () => [_.isBoolean(false), _.isBoolean(0)],
  isDate: () => _.isDate(new Date(0)),
  isRegExp: () => _.isRegExp(/a/),
  isNaN: () => [_.isNaN(Number.NaN), _.isNaN(undefined)],
  isNull: () => [_.isNull(null), _.isNull(undefined)],
  isUndefined: () => [_.isUndefined(null), _.isUndefined(undefined)],

  bind: () => is<number>()(_.bind(function (this: { x: number }, a: number, b: number) { return this.x + a + b; }, { x: 1 }, 2)(3)),
  partial: () => is<string>()(_.partial((a: string, b: number) => a + b, "x")(1)),
  bindAll() {
    const object = { x: 1, get() { return this.x; } };
    const { get } = _.bindAll(object, "get");
    // @ts-expect-error the names must be given: the newer runtime throws without
    () => _.bindAll(object);
    return get();
  },
  memoize() {
    let calls = 0;
    const square = _.memoize((n: number) => { calls++; return n * n; });
    return [square(2), square(2), calls];
  },
  once() {
    let calls = 0;
    const count = _.once(() => ++calls);
    return [count(), count()];
  },
  after() {
    const third = _.after(3, () => "x");
    return [third(), third(), third()];
  },
  wrap: () => _.wrap((text: string) => `<${text}>`, (work, text: string) => work(text) + text)("a"),
  compose: () => [is<string>()(_.compose((n: number) => `${n}!`, (text: string) => text.length)("abc")), _.compose((n: number) => n + 1, (n) => n * 2, (n) => n - 1)(3)],
  delay: () => typeof _.delay(() => {}, 0),
  defer: () => typeof _.defer((_text: string) => {}, "x"),
  throttle: () => typeof _.throttle((_n: number) => {}, 1),
  debounce: () => typeof _.debounce(() => {}, 1, true),
  identity: () => is<"x">()(_.identity("x" as const)),
  times: () => is<string[]>()(_.times(2, (index) => `#${index}`)),
  random: () => [_.random(0), _.random(2, 2)],
  uniqueId: () => typeof _.uniqueId("x"),
  escape: () => _.escape(`<a href="x">&'`),
  unescape: () => _.unescape("&lt;&amp;&gt;"),
  mixin() {
    _.mixin({ double: (n: number) => n * 2 });
    // @ts-expect-error what is mixed in is not typed
    return _.double(2);
  },
  template: () => is<string>()(_.template("{{a}} and {{b.c}}")({ a: 1, b: { c: "x" } })),
  chain: () => is<number>()(_.chain([1, 2]).size().value()),
};

// What 1.4.4 does not know, what 1.13 no longer has, and plain mistakes.
export const mistakes = () => {
  // @ts-expect-error a property's name where 1.4.4 wants a function
  _.map(people, "name");
  // @ts-expect-error
  _.find(people, { city: "Paris" });
  // @ts-expect-error
  _.filter(people, "city");
  // @ts-expect-error the two arguments are gone
  _.template("{{a}}", { a: 1 });
  // @ts-expect-error no such property
  _.pluck(people, "nmae");
  // @ts-expect-error
  _.where(people, { town: "Paris" });
  // @ts-expect-error
  _.sortBy(people, "size");
  // @ts-expect-error since 1.8
  _.findIndex(people, ({ age }) => age > 1);
  // @ts-expect-error since 1.5
  _.indexBy(people, "name");
  // @ts-expect-error since 1.8
  _.mapObject(prices, (price) => price);
  // @ts-expect-error lodash
  _.get(prices, "tea");
  // @ts-expect-error since 1.8
  _.includes([1], 1);
  // @ts-expect-error gone since 1.4.4
  _.noConflict();
};
