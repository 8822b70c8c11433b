import { type Context, compileFunction } from "node:vm";
import type { Outcome, Returned } from "../protocol.ts";
import { makeBundle } from "./bundle-in-context.ts";
import { inContext } from "./context.ts";
import { guarded } from "./guarded.ts";
import type { Script, Stage } from "./stage.ts";

type Zap = { readonly [name: string]: unknown };
type Callback = (error: unknown, result: unknown) => void;
type Method = (bundle: unknown, callback?: Callback) => unknown;

/** Runs the script anew and calls one of its methods. Source: platform-facts, "`z`": no state survives between calls. */
export async function callMethod(
  script: Script,
  stage: Stage,
  call: { method: string; bundle: string },
): Promise<Outcome> {
  const zap = evaluate(script, stage);
  const { context } = stage;
  const method = zap[call.method] as Method;
  const bundle = inContext(context, makeBundle)(call.bundle);
  // Source: platform-facts, "`z`": a method with more than one parameter is asynchronous.
  const isAsynchronous = method.length > 1;
  const { result } = isAsynchronous
    ? await callBack(context, (callback) => method.call(zap, bundle, callback))
    : { result: method.call(zap, bundle) };
  // Source: platform-facts, "`z`": the legacy runtime awaits nothing.
  if (!isPromise(result) || script.runtime === "legacy") return { returned: returned(result) };
  // Source: runner, index.js, `runEvent`: one that is handed to the callback is awaited before anything looks at it.
  return { returned: { ...returned(await result), ...(!isAsynchronous && { promised: true }) } };
}

/** The methods and how many parameters each takes. */
export function listMethods(script: Script, stage: Stage): Outcome {
  const zap = evaluate(script, stage);
  const names = Object.keys(zap).filter((name) => typeof zap[name] === "function");
  return {
    returned: returned(Object.fromEntries(names.map((name) => [name, (zap[name] as Method).length]))),
  };
}

function evaluate({ source, filename }: Script, { context, parameters, values }: Stage): Zap {
  const load = compileFunction(`${source}\nreturn Zap;`, parameters, { filename, parsingContext: context });
  return load(...values);
}

/** What the callback gets; in an object, because a promise would not be handed on as it is. */
function callBack(context: Context, call: (callback: Callback) => void): Promise<{ result: unknown }> {
  return new Promise((resolve, reject) => {
    call(guarded(context, (error, result) => (error ? reject(error) : resolve({ result }))));
  });
}

function isPromise(value: unknown): boolean {
  return typeof (value as { then?: unknown } | null | undefined)?.then === "function";
}

function returned(value: unknown): Returned {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const keysOf = (type: string) => entries.filter(([, entry]) => typeof entry === type).map(([key]) => key);
  return {
    json: JSON.stringify(value),
    ...(typeof value === "function" && { beyond_json: "function" }),
    ...(typeof value === "symbol" && { beyond_json: "symbol" }),
    undefined_keys: keysOf("undefined"),
    function_keys: keysOf("function"),
  };
}
