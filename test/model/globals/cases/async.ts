import { is } from "./is.ts";

/** Each calls back with the same on both versions. */
export const examples: { [name: string]: (done: (...values: unknown[]) => void) => void } = {
  each(done) {
    const seen: number[] = [];
    async.each([1, 2], (n, next) => { seen.push(is<number>()(n)); next(); }, (error) => done(error, seen));
  },
  eachSeries: (done) => async.eachSeries(["a"], (_letter, next) => next(new Error("no")), (error) => done(error?.message)),
  eachLimit: (done) => async.eachLimit([1, 2, 3], 2, (_n, next) => next(), () => done("end")),
  forEach: (done) => async.forEach([1], (_n, next) => next(null), () => done("end")),
  forEachSeries: (done) => async.forEachSeries([1], (_n, next) => next(), () => done("end")),
  forEachLimit: (done) => async.forEachLimit([1], 1, (_n, next) => next(), () => done("end")),
  map: (done) =>
    async.map([1, 2], (n, next: async.Next<string>) => next(null, `#${n}`), (error, results) => {
      // @ts-expect-error there may be none
      results.length;
      done(error?.message, is<string[] | undefined>()(results));
    }),
  mapSeries: (done) => async.mapSeries([1, 2], (n, next: async.Next<number>) => next(null, n * 2), done),
  mapLimit: (done) => async.mapLimit([1, 2], 1, (n, next: async.Next<number>) => next(null, n * 2), done),
  concat: (done) => async.concat([1, 2], (n, next: async.Next<number[]>) => next(null, [n, n]), done),
  concatSeries: (done) => async.concatSeries([1, 2], (n, next: async.Next<number[]>) => next(null, [n, n]), done),
  reduce: (done) => async.reduce([1, 2], 0, (sum, n, next) => next(null, sum + n), done),
  inject: (done) => async.inject([1, 2], 0, (sum, n, next) => next(null, sum + n), done),
  foldl: (done) => async.foldl([1, 2], 0, (sum, n, next) => next(null, sum + n), done),
  reduceRight: (done) => async.reduceRight(["a", "b"], "", (text, letter, next) => next(null, text + letter), done),
  foldr: (done) => async.foldr(["a", "b"], "", (text, letter, next) => next(null, text + letter), done),
  sortBy: (done) => async.sortBy(["bb", "a"], (text, next) => next(null, text.length), done),
  parallel: (done) =>
    async.parallel({ a: (next: async.Next<number>) => next(null, 1), b: (next: async.Next<string>) => next(null, "x") }, (error, results) => {
      is<number | undefined>()(results?.a);
      is<string | undefined>()(results?.b);
      done(error, results);
    }),
  parallelLimit: (done) =>
    async.parallelLimit([(next: async.Next<number>) => next(null, 1), (next: async.Next<number>) => next(null, 2)], 1, (error, results) => {
      done(error, is<[number, number] | undefined>()(results));
    }),
  series: (done) => async.series([(next: async.Next<number>) => next(null, 1)], done),
  waterfall: (done) =>
    async.waterfall(
      [(next: async.Next<number>) => next(null, 2), (n, next: async.Next<string>) => next(null, `#${is<number>()(n)}`)],
      (error, result) => done(error, is<string | undefined>()(result)),
    ),
  whilst(done) {
    let n = 0;
    async.whilst(() => n < 3, (next) => { n++; next(); }, () => done(n));
  },
  doWhilst(done) {
    let n = 0;
    async.doWhilst((next) => { n++; next(); }, () => n < 3, () => done(n));
  },
  until(done) {
    let n = 0;
    async.until(() => n === 3, (next) => { n++; next(); }, () => done(n));
  },
  doUntil(done) {
    let n = 0;
    async.doUntil((next) => { n++; next(); }, () => n === 3, () => done(n));
  },
  forever(done) {
    let n = 0;
    async.forever((next) => next(++n === 3 ? new Error("enough") : null), (error) => done(error.message, n));
  },
  times: (done) => async.times(2, (index, next: async.Next<number>) => next(null, index * 2), done),
  timesSeries: (done) => async.timesSeries(2, (index, next: async.Next<number>) => next(null, index), done),
  queue(done) {
    const seen: string[] = [];
    const queue = async.queue((task: string, next) => { seen.push(task); next(); }, 2);
    queue.drain = () => done(seen, queue.length(), queue.running(), queue.concurrency);
    queue.saturated = () => {};
    queue.empty = () => {};
    queue.push(["a", "b"], () => {});
    queue.unshift("c");
    // @ts-expect-error
    () => queue.push(1);
  },
  cargo(done) {
    const cargo = async.cargo((tasks: number[], next) => { next(); done(tasks, cargo.length()); }, 2);
    cargo.push([1, 2]);
  },
  apply: (done) => async.parallel([async.apply((text: string, next: async.Next<string>) => next(null, text), "x")], done),
  compose: (done) =>
    async.compose((n: number, next: async.Next<string>) => next(null, `${n}`), (text: string, next: async.Next<number>) => next(null, text.length))("abc", done),
  applyEach: (done) => async.applyEach([(n: number, next) => next(n ? null : new Error("no"))], 1, (error) => done(error ?? "none")),
  applyEachSeries: (done) => async.applyEachSeries([(_n: number, next) => next()], 1, (error) => done(error ?? "none")),
  memoize(done) {
    let calls = 0;
    const square = async.memoize((n: number, next: async.Next<number>) => next(null, ++calls * n));
    square(2, () => square(2, (_error, result) => done(result, calls)));
  },
  nextTick: (done) => async.nextTick(() => done("later")),
  setImmediate: (done) => async.setImmediate(() => done("later")),
};

export const mistakes = () => {
  // @ts-expect-error its callbacks differ
  async.filter([1], () => {}, () => {});
  // @ts-expect-error its tasks get their arguments in another order
  async.auto({});
  // @ts-expect-error
  async.detect([1], () => {}, () => {});
  // @ts-expect-error since 2.0
  async.mapValues({}, () => {}, () => {});
};
