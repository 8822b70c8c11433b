import { compileFunction } from "node:vm";
import type { Outcome, Returned } from "../protocol.ts";
import { makeBundle } from "./bundle-in-context.ts";
import { createScriptContext, inContext } from "./context.ts";
import { globals } from "./globals.ts";
import type { ScriptHost } from "./host.ts";

export interface Script {
  readonly source: string;
  /** The globals that its text names. */
  readonly mentioned: ReadonlySet<string>;
  readonly filename: string;
  readonly host: ScriptHost;
}

type Method = (bundle: unknown, callback?: (error: unknown, result: unknown) => void) => unknown;

/** Runs the script anew and calls one of its methods. Source: platform-facts, "`z`": no state survives between calls. */
export async function callMethod(script: Script, call: { method: string; bundle: string }): Promise<Outcome> {
  const context = createScriptContext();
  const zap = evaluate(script, context);
  const method = zap[call.method] as Method;
  const bundle = inContext(context, makeBundle)(call.bundle);
  // Source: platform-facts, "`z`": a method with more than one parameter is asynchronous.
  const result = method.length > 1 ? await callBack(zap, method, bundle) : method.call(zap, bundle);
  if (isPromise(result)) throw script.host.notSimulated(`A method that returns a Promise (${call.method})`);
  return { returned: returned(result) };
}

/** The methods and how many parameters each takes. */
export function listMethods(script: Script): Outcome {
  const zap = evaluate(script, createScriptContext());
  const names = Object.keys(zap).filter((name) => typeof zap[name] === "function");
  return {
    returned: returned(Object.fromEntries(names.map((name) => [name, (zap[name] as Method).length]))),
  };
}

function evaluate(
  { source, filename, host, mentioned }: Script,
  context: object,
): { [name: string]: unknown } {
  const names = Object.keys(globals);
  const load = compileFunction(`${source}\nreturn Zap;`, names, { filename, parsingContext: context });
  return load(...names.map((name) => (mentioned.has(name) ? globals[name]?.({ context, host }) : undefined)));
}

function callBack(zap: object, method: Method, bundle: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    method.call(zap, bundle, (error, result) => (error ? reject(error) : resolve(result)));
  });
}

function isPromise(value: unknown): boolean {
  return typeof (value as { then?: unknown } | null | undefined)?.then === "function";
}

function returned(value: unknown): Returned {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return {
    json: JSON.stringify(value),
    undefined_keys: entries.filter(([, entry]) => entry === undefined).map(([key]) => key),
  };
}
