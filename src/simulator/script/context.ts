import { type Context, createContext, Script } from "node:vm";

/**
 * A fresh realm: JavaScript's own globals, and nothing of Node.js. It keeps a script from using Node.js by accident; it is
 * no security boundary. Known ways out: the `inspect` that `console.log` hands to an object's own `nodejs.util.inspect.custom`,
 * what a dynamic `import` rejects with, and an error of too deep a recursion that hits a function of ours.
 */
export function createScriptContext(): Context {
  // Without a prototype: the context would find `constructor` and the rest of ours on it.
  return createContext(Object.create(null));
}

const compiled = new Map<Maker, Script>();

type Maker = (...args: never[]) => unknown;

/**
 * The same function, living in the context: what it makes is `instanceof` the context's Array and Error.
 * It is taken over as text, so it may use nothing but its parameters and JavaScript's own globals.
 */
export function inContext<F extends Maker>(context: Context, maker: F): F {
  let script = compiled.get(maker);
  if (!script) {
    script = new Script(`(${maker})`, { filename: "zapc:context" });
    compiled.set(maker, script);
  }
  return script.runInContext(context);
}

/** An object of the context with these properties. */
export function objectInContext(context: Context, properties: { readonly [name: string]: unknown }): object {
  return inContext(context, makeObject)(Object.entries(properties));
}

function makeObject(entries: readonly [string, unknown][]): object {
  return Object.fromEntries(entries);
}
