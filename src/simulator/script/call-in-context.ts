import type { Methods, Returned } from "../protocol.ts";
import type { MadeBundle } from "./bundle-in-context.ts";

type Callback = (error: unknown, result: unknown) => void;
type Method = (bundle: unknown, callback?: Callback) => unknown;
export type Zap = { readonly [name: string]: unknown };

interface Call {
  readonly method: string;
  /** A BundleText, as JSON. */
  readonly bundle: string;
  /** True if a Promise is awaited. */
  readonly awaits: boolean;
  /** True if the result keeps values that JSON does not have. */
  readonly keepsValues: boolean;
}

/** Hears how a call ended. Only the first end counts. */
interface Report {
  returned(result: Returned): void;
  /** The value itself, whatever it is. */
  thrown(value: unknown): void;
}

/**
 * Calls a script's methods, inside its realm: see `inContext`. It is made before the script runs, and uses the built-in
 * functions as they were then.
 */
export function makeCaller(
  makeBundle: (text: string) => MadeBundle,
  writeValues: (value: unknown) => string | undefined,
) {
  const { apply } = Reflect;
  const { keys, setPrototypeOf, getPrototypeOf, getOwnPropertyNames, hasOwn, prototype: ofAll } = Object;
  const { stringify } = JSON;
  const { then } = Promise.prototype;
  const Awaited = Promise;
  const { push } = Array.prototype;

  return { call, list };

  function call(zap: Zap, { method: name, bundle: text, awaits, keepsValues }: Call, report: Report): void {
    let left = (result: Returned) => result;
    try {
      const { bundle, kept } = makeBundle(text);
      left = withChanges(zap, kept);
      const method = zap[name] as Method;
      // Source: docs/platform.md, "`z`": a method with more than one parameter is asynchronous.
      if (method.length > 1) apply(method, zap, [bundle, callback]);
      else finish(apply(method, zap, [bundle]), { isPromised: true });
    } catch (error) {
      report.thrown(error);
    }

    function callback(error: unknown, result: unknown): void {
      if (error) report.thrown(error);
      // Source: runner, index.js, `runEvent`: a promise that is handed to the callback is awaited before anything looks at it.
      else finish(result, { isPromised: false });
    }

    function finish(result: unknown, { isPromised }: { isPromised: boolean }): void {
      try {
        if (!isPromise(result)) tell(result);
        // Source: docs/platform.md, "`z`": the legacy runtime awaits nothing.
        else if (!awaits) tell(result, "not awaited");
        else {
          const ends = [
            (value: unknown) => tell(value, isPromised ? "awaited" : undefined),
            (error: unknown) => report.thrown(error),
          ] as const;
          apply(then, new Awaited((resolve) => resolve(result)), ends);
        }
      } catch (error) {
        report.thrown(error);
      }
    }

    function tell(value: unknown, promise?: Returned["promise"]): void {
      try {
        const result = left(returned(value, promise));
        const values = keepsValues ? writeValues(value) : undefined;
        report.returned(values === undefined ? result : setPrototypeOf({ ...result, values }, null));
      } catch (error) {
        report.thrown(error);
      }
    }
  }

  /** Adds to a result what the method has changed for those after it. */
  function withChanges(zap: Zap, kept: readonly object[]): (result: Returned) => Returned {
    const [before, declared] = [textsOf(kept), stringify(methodsOf(zap))];
    return (result) => {
      const [changed, methods] = [textsOf(kept), methodsOf(zap)];
      for (let index = 0; index < kept.length; index += 1) {
        if (changed[index] === before[index]) changed[index] = null;
      }
      const isChanged = stringify(methods) !== declared;
      return setPrototypeOf({ ...result, changed, ...(isChanged && { methods }) }, null);
    };
  }

  /** The methods, as the script has declared them. */
  function list(zap: Zap, report: Report): void {
    try {
      report.returned(returned(methodsOf(zap)));
    } catch (error) {
      report.thrown(error);
    }
  }

  function textsOf(objects: readonly object[]): (string | null)[] {
    const texts: (string | null)[] = [];
    for (let index = 0; index < objects.length; index += 1) {
      try {
        apply(push, texts, [stringify(objects[index])]);
      } catch {
        // It holds itself.
        apply(push, texts, [null]);
      }
    }
    return texts;
  }

  /** Whatever `Zap[name]` finds. Source: docs/platform.md, "How it is today". */
  function methodsOf(zap: Zap): Methods {
    const methods: { [name: string]: number | null } = setPrototypeOf({}, null);
    for (let object: object | null = zap; object && object !== ofAll; object = getPrototypeOf(object)) {
      const names = getOwnPropertyNames(object);
      for (let index = 0; index < names.length; index += 1) {
        const name = names[index] as string;
        const value = zap[name];
        if (value && !hasOwn(methods, name))
          methods[name] = typeof value === "function" ? value.length : null;
      }
    }
    return methods;
  }

  function isPromise(value: unknown): boolean {
    return typeof (value as { then?: unknown } | null | undefined)?.then === "function";
  }

  /** Without a prototype: the script may have given all others a `then`. */
  function returned(value: unknown, promise?: Returned["promise"]): Returned {
    const found = { undefined: [] as string[], function: [] as string[] };
    const names = typeof value === "object" && value !== null ? keys(value) : [];
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index] as string;
      const type = typeof (value as { [name: string]: unknown })[name];
      if (type === "undefined" || type === "function") apply(push, found[type], [name]);
    }
    const beyond = typeof value === "function" || typeof value === "symbol" ? typeof value : undefined;
    const json: string | undefined = stringify(value);
    const result: Returned = {
      ...(json !== undefined && { json }),
      ...(beyond && { beyond_json: beyond as "function" | "symbol" }),
      undefined_keys: found.undefined,
      function_keys: found.function,
      ...(promise && { promise }),
    };
    return setPrototypeOf(result, null);
  }
}
