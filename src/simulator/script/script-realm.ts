import type { Context } from "node:vm";
import type { Runtime } from "../runtime.ts";
import { makeDate, type SimulatedClock } from "./clock.ts";
import { globals, lazyGlobal, undefinedNames } from "./globals.ts";
import type { ScriptHost } from "./host.ts";
import { Membrane } from "./membrane/membrane.ts";
import { bufferModule } from "./modules.ts";
import { nodeGlobal, nodeGlobals } from "./node-globals.ts";
import { createRealm, inContext } from "./realm.ts";
import { addTimers } from "./timers.ts";

export interface PreparedScript {
  readonly source: string;
  /** The globals that its text names. */
  readonly mentioned: ReadonlySet<string>;
  readonly filename: string;
  readonly runtime: Runtime;
}

/** The globals and modules that a script finds: made for one call, and ahead of it where there is time. */
export interface ScriptRealm {
  readonly context: Context;
  readonly membrane: Membrane;
  readonly host: ScriptHost;
  /** Names that the script sees besides the context's own, and what they stand for. */
  readonly parameters: readonly string[];
  readonly values: readonly unknown[];
}

/** Makes a fresh realm with the libraries that the script mentions. */
export function createScriptRealm({ mentioned, runtime }: PreparedScript, host: ScriptHost): ScriptRealm {
  const context = createRealm();
  const membrane: Membrane = new Membrane(context, {
    isOver: () => host.over,
    begin: () => host.beginWork(),
    bufferPrototype: () => bufferModule({ context, membrane }).prototype,
  });
  if (host.clock) addDate(context, membrane, host.clock);
  addTimers(context, membrane, host);
  const realm = { context, membrane, host, runtime };
  const ofNode = nodeGlobals(runtime);
  const lazy = membrane.toScript((name: string) =>
    membrane.own(name === lazyGlobal ? globals[name]?.(realm) : nodeGlobal(name, realm)),
  );
  inContext(context, addLazily)(membrane.toScript([lazyGlobal, ...ofNode]), lazy);
  const names = Object.keys(globals).filter((name) => name !== lazyGlobal);
  return {
    context,
    membrane,
    host,
    parameters: [...names, ...undefinedNames[runtime]],
    values: names.map((name) => (mentioned.has(name) ? globals[name]?.(realm) : undefined)),
  };
}

/** Made inside the context: see `inContext`. */
function addLazily(names: readonly string[], make: (name: string) => unknown): void {
  const { defineProperty } = Object;
  for (const name of names) {
    const become = (value: unknown) => {
      defineProperty(globalThis, name, { value, configurable: true, writable: true });
      return value;
    };
    defineProperty(globalThis, name, { configurable: true, get: () => become(make(name)), set: become });
  }
}

function addDate(context: Context, membrane: Membrane, clock: SimulatedClock): void {
  const simulated = inContext(context, makeDate)(membrane.toScript(() => clock.read()));
  const property = { value: simulated, writable: true, configurable: true };
  Object.defineProperty(context, "Date", property);
  Object.defineProperty(simulated.prototype, "constructor", property);
}
