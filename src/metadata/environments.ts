/** The values that metadata can depend on besides the sources. */
interface Environment {
  /** The present according to `Date`, in milliseconds. */
  readonly now: number;
  /** The result of `Math.random`. */
  readonly random: number;
  /** The text that is appended to a text that the locale decides about. */
  readonly locale: string;
  readonly timeZone: string;
}

// No part of the time, of the date or of the zone is the same.
const environments: readonly [Environment, Environment] = [
  { now: Date.UTC(2001, 1, 3, 4, 5, 6, 7), random: 0.25, locale: "", timeZone: "UTC" },
  {
    now: Date.UTC(2012, 10, 24, 15, 36, 47, 858),
    random: 0.75,
    locale: " (other)",
    timeZone: "Asia/Kolkata",
  },
];

/**
 * Does the same work twice, at another time, by other chance and on another machine, as far as a script can tell.
 *
 * @param work - runs scripts behind the prelude that it is given
 */
export function inTwoEnvironments<T>(work: (prelude: string) => T): [T, T] {
  const [one, other] = environments;
  return [inEnvironment(one, work), inEnvironment(other, work)];
}

function inEnvironment<T>({ timeZone, ...seen }: Environment, work: (prelude: string) => T): T {
  const { TZ } = process.env;
  process.env.TZ = timeZone;
  try {
    return work(`(${prelude})(${JSON.stringify(seen)})`);
  } finally {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  }
}

const prelude = `function ({ now, random, locale }) {
  const RealDate = Date;
  const { construct } = Reflect;
  globalThis.Date = new Proxy(RealDate, {
    apply: () => new RealDate(now).toString(),
    construct: (target, given, as) => construct(target, given.length > 0 ? given : [now], as),
    get: (target, name) => (name === "now" ? () => now : target[name]),
  });
  Math.random = () => random;
  for (const { prototype } of [RealDate, Number]) {
    for (const name of ["toLocaleString", "toLocaleDateString", "toLocaleTimeString"]) {
      const real = prototype[name];
      if (real) prototype[name] = function (...given) { return real.apply(this, given) + locale; };
    }
  }
}`;

/** The paths of the values that differ between two values of JSON; the innermost of each. */
export function differences(
  one: unknown,
  other: unknown,
  path: readonly string[] = [],
): (readonly string[])[] {
  if (JSON.stringify(one) === JSON.stringify(other)) return [];
  if (!isHolder(one) || !isHolder(other)) return [path];
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.flatMap((name) => differences(one[name], other[name], [...path, name]));
}

function isHolder(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null;
}
