import type { BundleText, Methods, ReturnedValue } from "../protocol.ts";
import type { GivenResponse } from "./response-in-context.ts";

type MethodCallback = (error: unknown, result: unknown) => void;
type GuestMethod = (bundle: unknown, callback?: MethodCallback) => unknown;
export type ZapObject = { readonly [name: string]: unknown };

interface CallRequest {
  readonly method: string;
  /** A BundleText, as JSON. */
  readonly bundle: string;
  /** True if a Promise is awaited. */
  readonly awaits: boolean;
  /** True if the result keeps values that JSON does not have. */
  readonly keepsValues: boolean;
}

/** Hears how a call ended. Only the first end counts. */
export interface EndListener {
  returned(result: ReturnedValue): void;
  /** The value itself, of any type. */
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
  const { getOwnPropertyDescriptor } = Object;
  const { startsWith } = String.prototype;
  const { stringify } = JSON;
  const { then } = Promise.prototype;
  const Awaited = Promise;
  const EndOfStack = RangeError;
  const { push } = Array.prototype;

  return { call, list };

  function call(
    zap: ZapObject,
    { method: name, bundle: text, awaits, keepsValues }: CallRequest,
    report: EndListener,
  ): void {
    let left = (result: ReturnedValue) => result;
    try {
      const { bundle, kept } = makeBundle(text);
      left = withChanges(zap, kept);
      const method = zap[name] as GuestMethod;
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

    function tell(value: unknown, promise?: ReturnedValue["promise"]): void {
      try {
        const result = left(returned(value, promise));
        const values = keepsValues ? writeValues(value) : undefined;
        report.returned(values === undefined ? result : setPrototypeOf({ ...result, values }, null));
      } catch (error) {
        report.thrown(
          keepsValues && isCycle(error) ? new EndOfStack("Maximum call stack size exceeded") : error,
        );
      }
    }
  }

  /** Adds to a result what the method has changed for those after it. */
  function withChanges(zap: ZapObject, kept: readonly object[]): (result: ReturnedValue) => ReturnedValue {
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
  function list(zap: ZapObject, report: EndListener): void {
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

  /** The value of `Zap[name]`. Source: docs/platform.md, "How it is today". */
  function methodsOf(zap: ZapObject): Methods {
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

  /** Source: zapier-platform-core, which goes down the result of a `pre_` method until the stack ends, where that holds itself. */
  function isCycle(error: unknown): boolean {
    try {
      const message: unknown = getOwnPropertyDescriptor(error, "message")?.value;
      return (
        typeof message === "string" && apply(startsWith, message, ["Converting circular structure to JSON"])
      );
    } catch {
      return false;
    }
  }

  function isPromise(value: unknown): boolean {
    return typeof (value as { then?: unknown } | null | undefined)?.then === "function";
  }

  /** An object without a prototype: the script may have given all others a `then`. */
  function returned(value: unknown, promise?: ReturnedValue["promise"]): ReturnedValue {
    const found = { undefined: [] as string[], function: [] as string[] };
    const names = typeof value === "object" && value !== null ? keys(value) : [];
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index] as string;
      const type = typeof (value as { [name: string]: unknown })[name];
      if (type === "undefined" || type === "function") apply(push, found[type], [name]);
    }
    const beyond = typeof value === "function" || typeof value === "symbol" ? typeof value : undefined;
    const json: string | undefined = stringify(value);
    const result: ReturnedValue = {
      ...(json !== undefined && { json }),
      ...(beyond && { beyond_json: beyond as "function" | "symbol" }),
      undefined_keys: found.undefined,
      function_keys: found.function,
      ...(promise && { promise }),
    };
    return setPrototypeOf(result, null);
  }
}

/** A bundle, as a method gets it. */
export interface MadeBundle {
  readonly bundle: object;
  /** The objects in it that outlive the call. */
  readonly kept: readonly object[];
}

/** Makes, inside the context, what makes bundles of a BundleText. */
export function makeBundle(responseOf: (given: GivenResponse) => object): (text: string) => MadeBundle {
  type Objects = { [key: string]: Objects };
  return (text) => {
    const { bundle, same, kept }: BundleText & { bundle: Objects } = JSON.parse(text);
    const at = (path: readonly string[]) => path.reduce((object, key) => object[key] as Objects, bundle);
    for (const [again, first] of same) {
      const key = again[again.length - 1] as string;
      at(again.slice(0, -1))[key] = at(first);
    }
    const { response } = bundle as { response?: unknown };
    if (response) Object.assign(bundle, { response: responseOf(response as GivenResponse) });
    return { bundle, kept: kept.map(at) };
  };
}
