import { parseScript } from "../inference/parse-script.ts";

/** The method that tells what is on `Zap`. No script can have one of this name as a key. */
export const membersMethod = "zapc-members";

/** The method that tells what a call has left behind. */
export const seenMethod = "zapc-seen";

/** The method that calls another one, and looks at what it leaves behind. */
export function probeOf(method: string): string {
  return `zapc:${method}`;
}

/** A member of `Zap`: the `length` of a function, or data as JSON. */
export type ProbedMember = { readonly length: number } | { readonly data: unknown };

/** The members of `Zap`, by their names. */
export interface ProbedMembers {
  readonly [name: string]: ProbedMember;
}

/** The state that a call has left behind, as the probe writes it. */
export interface ProbedState {
  /** The value that the method returned or called back with. JSON's gaps are texts: see `written`. */
  readonly result?: unknown;
  /** The bundle after the call. */
  readonly bundle?: unknown;
  /** The globals that the script has made. */
  readonly leaked: readonly string[];
  /** The counters that were passed: see counted-script.ts. */
  readonly passed: readonly number[];
}

/**
 * A script with a probe around it. It runs as it is, on the same lines; the probe stands before it on its first line and behind it. Random
 * numbers are the same in each run.
 */
export function probedScript(source: string): string {
  const { body } = parseScript(source);
  const [first] = body;
  const directive = first?.type === "ExpressionStatement" && first.directive ? `"${first.directive}"; ` : "";
  // As for a testing tool, where a script gives its methods to nothing else.
  const module = /^\s*module\.exports\s*=\s*\{/m.test(source) ? " var module = { exports: undefined };" : "";
  const start = `${directive}var zapc__probe = (${makeProbe})();${module} `;
  const zap = module === "" ? "Zap" : `typeof Zap === "undefined" ? module.exports : Zap`;
  // The first line of a program that a shell runs. The platform would not load it.
  const script = source.replace(/^#!/, "//");
  return `${start}${script}\n;return zapc__probe.around(${zap});`;
}

/** Runs inside the realm of the script, before it: it may use nothing but JavaScript's own globals. */
function makeProbe() {
  const { getOwnPropertyNames, defineProperty, create } = Object;
  const { startsWith, slice } = String.prototype;
  const Proxier = Proxy;
  const { stringify, parse } = JSON;
  const { apply } = Reflect;
  const { then } = Promise.prototype;
  const { isFinite: isFiniteNumber } = Number;
  const text = String;
  const before = create(null);
  for (const name of getOwnPropertyNames(globalThis)) before[name] = true;
  const passed: { [id: number]: true } = create(null);
  const seen: { result?: unknown; bundle?: unknown } = {};
  let state = 1;
  Math.random = () => {
    state = (state * 48271) % 2147483647;
    return (state - 1) / 2147483646;
  };
  return { around, passed };

  /** It has no members of its own: to list them takes longer than most calls. */
  function around(zap: { [name: string]: unknown }): object {
    return new Proxier(
      {},
      {
        get: (_, name: string) => {
          if (name === "zapc-members") return () => membersOf(zap);
          if (name === "zapc-seen") return leftBehind;
          return apply(startsWith, name, ["zapc:"]) ? probed(zap, apply(slice, name, [5])) : undefined;
        },
      },
    );
  }

  function probed(zap: { [name: string]: unknown }, name: string): unknown {
    const call = (bundle: unknown, callback?: (...answer: unknown[]) => void) => {
      seen.bundle = bundle;
      seen.result = undefined;
      const method = zap[name];
      if (callback)
        return apply(method as never, zap, [
          bundle,
          (error: unknown, result: unknown) => {
            keep(result);
            callback(error, result);
          },
        ]);
      const result = apply(method as never, zap, [bundle]);
      keep(result);
      return result;
    };
    return defineProperty(call, "length", { value: (zap[name] as { length: number }).length });
  }

  function keep(result: unknown): void {
    seen.result = result;
    if (typeof (result as { then?: unknown } | null | undefined)?.then !== "function") return;
    if (!(result instanceof Promise)) return;
    apply(then, result, [
      (value: unknown) => {
        seen.result = value;
      },
      () => {},
    ]);
  }

  function membersOf(zap: { [name: string]: unknown }): unknown {
    const members = create(null);
    for (const name in zap) {
      const value = zap[name];
      members[name] =
        typeof value === "function"
          ? { length: (value as { length: number }).length }
          : { data: written(value) };
    }
    return members;
  }

  function leftBehind(): unknown {
    const leaked = getOwnPropertyNames(globalThis).filter((name) => !before[name] && name !== "Zap");
    const { bundle, result } = seen;
    return {
      ...(result !== undefined && { result: written(result) }),
      ...(bundle !== undefined && { bundle: written(bundle) }),
      ...{ leaked: leaked.sort(), passed: getOwnPropertyNames(passed).map(Number) },
    };
  }

  /** Names what JSON leaves out or writes as another thing. */
  function written(value: unknown): unknown {
    try {
      const json = stringify(value, (_, it) => {
        if (it === undefined || typeof it === "function" || typeof it === "symbol" || typeof it === "bigint")
          return `(${typeof it})`;
        return typeof it === "number" && !isFiniteNumber(it) ? `(${text(it)})` : it;
      });
      return parse(json);
    } catch (error) {
      return `(not written as JSON: ${text(error)})`;
    }
  }
}
