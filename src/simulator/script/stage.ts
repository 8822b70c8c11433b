import type { Context } from "node:vm";
import type { Runtime } from "../runtime.ts";
import { makeDate, type SimulatedClock } from "./clock.ts";
import { createScriptContext, inContext } from "./context.ts";
import { globals, lazyGlobal, undefinedNames } from "./globals.ts";
import { guarded } from "./guarded.ts";
import type { ScriptHost } from "./host.ts";
import { addTimers } from "./timers.ts";
import { useUtc } from "./utc.ts";

export interface Script {
  readonly source: string;
  /** The globals that its text names. */
  readonly mentioned: ReadonlySet<string>;
  readonly filename: string;
  readonly runtime: Runtime;
  /** The folder of jQuery: see `makeJquery`. */
  readonly jquery: string;
}

/** All that a script finds, before it runs: made for one call, and ahead of it where there is time. */
export interface Stage {
  readonly context: Context;
  readonly host: ScriptHost;
  /** Names that the script sees besides the context's own, and what they stand for. */
  readonly parameters: readonly string[];
  readonly values: readonly unknown[];
}

/** Makes a fresh context with the libraries that the script mentions. */
export function setStage({ mentioned, runtime, jquery }: Script, host: ScriptHost): Stage {
  const context = createScriptContext();
  useUtc(context);
  if (host.clock) addDate(context, host.clock);
  addTimers(context, host);
  const scene = { context, host, runtime, jquery };
  addLazily(context, lazyGlobal, () => globals[lazyGlobal]?.(scene));
  const names = Object.keys(globals).filter((name) => name !== lazyGlobal);
  return {
    context,
    host,
    parameters: [...names, ...undefinedNames[runtime]],
    values: names.map((name) => (mentioned.has(name) ? globals[name]?.(scene) : undefined)),
  };
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
