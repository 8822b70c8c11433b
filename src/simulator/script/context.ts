import { type Context, createContext, Script } from "node:vm";

// Source: platform-facts, "Two engines": `setInterval` is the timer that is undefined at run time.
const timers = { setTimeout, clearTimeout, setImmediate, clearImmediate };

/** A fresh realm for one call: JavaScript's own globals, timers, and nothing of Node.js. */
export function createScriptContext(): Context {
  const context = createContext({});
  for (const [name, value] of Object.entries(timers)) {
    Object.defineProperty(context, name, { value, writable: true, configurable: true });
  }
  return context;
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
