import { type Context, compileFunction } from "node:vm";
import type { Outcome, Returned } from "../protocol.ts";
import { makeBundle } from "./bundle-in-context.ts";
import { makeDate, type SimulatedClock } from "./clock.ts";
import { createScriptContext, inContext } from "./context.ts";
import { globals } from "./globals.ts";
import { guarded } from "./guarded.ts";
import type { ScriptHost } from "./host.ts";
import { addTimers } from "./timers.ts";

export interface Script {
  readonly source: string;
  /** The globals that its text names. */
  readonly mentioned: ReadonlySet<string>;
  readonly filename: string;
  readonly host: ScriptHost;
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
  if (isPromise(result)) throw script.host.notSimulated(`A method that returns a Promise (${call.method})`);
  return { returned: returned(result) };
}

/** The methods and how many parameters each takes. */
export function listMethods(script: Script): Outcome {
  const { zap } = evaluate(script);
  const names = Object.keys(zap).filter((name) => typeof zap[name] === "function");
  return {
    returned: returned(Object.fromEntries(names.map((name) => [name, (zap[name] as Method).length]))),
  };
}

function evaluate({ source, filename, host, mentioned }: Script): Loaded {
  const context = createScriptContext();
  const { clock } = host;
  if (clock) addDate(context, clock);
  addTimers(context, host);
  const names = Object.keys(globals);
  const load = compileFunction(`${source}\nreturn Zap;`, names, { filename, parsingContext: context });
  const values = names.map((name) => (mentioned.has(name) ? globals[name]?.({ context, host }) : undefined));
  return { context, zap: load(...values) };
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
