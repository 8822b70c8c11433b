import { type Context, compileFunction, createContext, Script } from "node:vm";

/**
 * A fresh realm: JavaScript's own globals, without Node.js. Membrane (membrane/membrane.ts) is the only way between it
 * and this thread's own realm. Beyond it a script finds a process without rights: process/spawn.ts.
 */
export function createRealm(): Context {
  // An object without a prototype: the context would find our `constructor` and the rest on it.
  const context = createContext(Object.create(null));
  inContext(context, lockStackTraces)();
  return context;
}

/**
 * Writes the stacks of a realm's errors inside the realm, as Node.js writes them. Node.js itself would read the error from this
 * thread's own realm, and would hand a `prepareStackTrace` of the script's the calls on the stack, with the `this` of functions
 * that are not the realm's.
 */
function lockStackTraces(): void {
  const { apply } = Reflect;
  const { toString: asText } = Error.prototype;
  const prepareStackTrace = (error: Error, calls: readonly object[]): string => {
    let text = `${apply(asText, error, [])}`;
    for (let index = 0; index < calls.length; index += 1) text += `\n    at ${calls[index]}`;
    return text;
  };
  const fixed = { configurable: false, enumerable: false };
  Object.defineProperty(Error, "prepareStackTrace", {
    ...fixed,
    get: () => prepareStackTrace,
    set: () => {},
  });
  Object.defineProperty(globalThis, "Error", { ...fixed, value: Error, writable: false });
}

type RealmFactory = (...args: never[]) => unknown;

const compiled = new Map<RealmFactory, Script>();

/**
 * The same function, living in the context: the values that it makes are `instanceof` the context's Array and Error.
 * It is taken over as text, so it may use nothing but its parameters and JavaScript's own globals. The text of a function is compiled
 * once: a function that is made for the call would be compiled, and kept, with each call.
 */
export function inContext<F extends RealmFactory>(context: Context, maker: F): F {
  let script = compiled.get(maker);
  if (!script) {
    script = realmScript(`"use strict";(${maker})`, "zapc:realm");
    compiled.set(maker, script);
  }
  return script.runInContext(context);
}

/** The code of a realm, which cannot import: Node.js would reject it with an error of this thread's own realm. */
export function realmScript(text: string, filename: string): Script {
  return new Script(text, { filename, importModuleDynamically });
}

interface RealmFunction {
  readonly filename: string;
  readonly parameters: readonly string[];
}

/** As `realmScript`, a function. */
export function realmFunction(
  context: Context,
  text: string,
  { filename, parameters }: RealmFunction,
): RealmFactory {
  const options = { filename, parsingContext: context, importModuleDynamically };
  return compileFunction(text, parameters, options) as RealmFactory;
}

let refuseImport: () => unknown = () => undefined;

/** Says what an import in the realm of the call that is under way is rejected with: an error of that realm. */
export function refuseImportsWith(makeError: () => unknown): void {
  refuseImport = makeError;
}

function importModuleDynamically(): never {
  throw refuseImport();
}
