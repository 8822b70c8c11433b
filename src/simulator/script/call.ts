import { type Context, compileFunction } from "node:vm";
import type { Outcome, Returned } from "../protocol.ts";
import type { Runtime } from "../runtime.ts";
import { makeBundle } from "./bundle-in-context.ts";
import { makeDate, type SimulatedClock } from "./clock.ts";
import { createScriptContext, inContext } from "./context.ts";
import { globals, lazyGlobal, type Scene, undefinedNames } from "./globals.ts";
import { guarded } from "./guarded.ts";
import type { ScriptHost } from "./host.ts";
import { addTimers } from "./timers.ts";

export interface Script {
  readonly source: string;
  /** The globals that its text names. */
  readonly mentioned: ReadonlySet<string>;
  readonly filename: string;
  readonly host: ScriptHost;
  readonly runtime: Runtime;
  /** The folder of jQuery: see `makeJquery`. */
  readonly jquery: string;
}

interface Loaded {
  readonly context: Context;
  readonly zap: { readonly [name: string]: unknown };
}

type Callback = (error: unknown, result: unknown) => void;
type Method = (bundle: unknown, callback?: Callback) => unknown;

/** Runs the script anew and calls one of its methods. Source: platform-facts, "`z`": no state survives between calls. */
export async function callMethod(script: Script, call: { method: string; bundle: string }): Promise<Outcome> {
  const { zap, context } = evaluate(script);
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
export function listMethods(script: Script): Outcome {
  const { zap } = evaluate(script);
  const names = Object.keys(zap).filter((name) => typeof zap[name] === "function");
  return {
    returned: returned(Object.fromEntries(names.map((name) => [name, (zap[name] as Method).length]))),
  };
}

function evaluate({ source, filename, host, mentioned, runtime, jquery }: Script): Loaded {
  const context = createScriptContext();
  const { clock } = host;
  if (clock) addDate(context, clock);
  addTimers(context, host);
  const scene: Scene = { context, host, runtime, jquery };
  addLazily(context, lazyGlobal, () => globals[lazyGlobal]?.(scene));
  const names = Object.keys(globals).filter((name) => name !== lazyGlobal);
  const parameters = [...names, ...undefinedNames[runtime]];
  const load = compileFunction(`${source}\nreturn Zap;`, parameters, { filename, parsingContext: context });
  const values = names.map((name) => (mentioned.has(name) ? globals[name]?.(scene) : undefined));
  return { context, zap: load(...values) };
}

function addLazily(context: Context, name: string, make: () => unknown): void {
  Object.defineProperty(context, name, {
    configurable: true,
    get() {
      const value = make();
      Object.defineProperty(context, name, { value, configurable: true, writable: true });
      return value;
    },
  });
}

function addDate(context: Context, clock: SimulatedClock): void {
  const simulated = inContext(context, makeDate)(guarded(context, () => clock.read()));
  const property = { value: simulated, writable: true, configurable: true };
  Object.defineProperty(context, "Date", property);
  Object.defineProperty(simulated.prototype, "constructor", property);
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
  return {
    json: JSON.stringify(value),
    ...(typeof value === "function" && { beyond_json: "function" }),
    ...(typeof value === "symbol" && { beyond_json: "symbol" }),
    undefined_keys: entries.filter(([, entry]) => entry === undefined).map(([key]) => key),
  };
}
