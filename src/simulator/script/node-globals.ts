import { TextDecoder, TextEncoder } from "node:util";
import type { Runtime } from "../runtime.ts";
import { makeFetch } from "./fetch.ts";
import { bufferModule } from "./modules.ts";
import { makeProcess } from "./process-global.ts";
import { inContext } from "./realm.ts";
import type { GlobalFactory, RealmParts } from "./realm-parts.ts";

const crossing =
  (value: unknown): GlobalFactory =>
  ({ membrane }) =>
    membrane.toScript(value);

/**
 * Globals of Node.js that a script finds on the converted runtime: it runs there as an ordinary function. Source: runner,
 * index.js, `compileLegacyScriptingSource`. On the legacy runtime they are undefined, as documented.
 */
const makers: { readonly [name: string]: GlobalFactory } = {
  Buffer: (realm) => (bufferModule(realm).module as { readonly Buffer: unknown }).Buffer,
  URL: crossing(URL),
  URLSearchParams: crossing(URLSearchParams),
  TextEncoder: crossing(TextEncoder),
  TextDecoder: crossing(TextDecoder),
  AbortController: crossing(AbortController),
  AbortSignal: crossing(AbortSignal),
  Event: crossing(Event),
  EventTarget: crossing(EventTarget),
  structuredClone: ({ context, membrane }) =>
    inContext(context, makeStructuredClone)(membrane.toScript(structuredClone)),
  fetch: ({ membrane, host }) => membrane.toScript(makeFetch(host)),
  Headers: crossing(Headers),
  Request: crossing(Request),
  Response: crossing(Response),
  queueMicrotask: ({ context }) => inContext(context, makeQueueMicrotask)(),
  process: ({ context, membrane, host }) => makeProcess(context, membrane, host),
  global: ({ context }) => inContext(context, givenGlobal)(),
};

/** The names of the globals of Node.js on a runtime. */
export function nodeGlobals(runtime: Runtime): readonly string[] {
  return runtime === "converted" ? Object.keys(makers) : [];
}

/** Makes a global of Node.js for a script. */
export function nodeGlobal(name: string, realm: RealmParts): unknown {
  return makers[name]?.(realm);
}

// Made inside the context: see `inContext`.

function givenGlobal(): object {
  return globalThis;
}

function makeQueueMicrotask(): (work: () => void) => void {
  const { apply } = Reflect;
  const { then } = Promise.prototype;
  const done = Promise.resolve();
  return (work) => {
    if (typeof work !== "function") {
      const message = `The "callback" argument must be of type function. Received ${work === null ? "null" : typeof work}`;
      throw Object.assign(new TypeError(message), { code: "ERR_INVALID_ARG_TYPE" });
    }
    apply(then, done, [() => work()]);
  };
}

/** A clone goes through Node.js, where a function is another one. */
function makeStructuredClone(clone: (value: unknown) => unknown): (value: unknown) => unknown {
  return (value) => {
    refuseFunctions(value, new WeakSet());
    return clone(value);
  };

  function refuseFunctions(value: unknown, seen: WeakSet<object>): void {
    if (typeof value === "function" || typeof value === "symbol") {
      const error = new Error(`${String(value)} could not be cloned.`);
      // Those of a DOMException are not keys either.
      throw Object.defineProperties(error, { name: { value: "DataCloneError" }, code: { value: 25 } });
    }
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || seen.has(value)) return;
    seen.add(value);
    for (const entry of Object.values(value)) refuseFunctions(entry, seen);
  }
}
