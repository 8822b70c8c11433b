import { STATUS_CODES } from "node:http";
import type { Context } from "node:vm";
import type { runtimeGlobals } from "../../model/runtime-globals.ts";
import type { Runtime } from "../runtime.ts";
import { makeConsole } from "./console.ts";
import { exceptionNames, makeExceptions } from "./exceptions.ts";
import { makeJquery } from "./jquery.ts";
import { configureUnderscore, loadInContext, loadLibrary } from "./libraries.ts";
import { nodeModule } from "./modules.ts";
import { inContext } from "./realm.ts";
import type { GlobalFactory, RealmParts } from "./realm-parts.ts";
import { makeSent } from "./request-package.ts";
import { makeRequire } from "./require.ts";
import { makeUnavailable } from "./unsimulated-module.ts";
import { makeZ } from "./z.ts";
import { zFunctions } from "./z-functions.ts";

/** The makers of the globals besides JavaScript itself: those that the model lists, no more and no less. */
const makers: { readonly [name in (typeof runtimeGlobals)[number]]: GlobalFactory } = {
  _: ({ context, runtime }) =>
    inContext(context, configureUnderscore)(loadLibrary(context, "underscore", { runtime }) as object),
  crypto: (realm) => nodeModule("crypto", realm),
  async: ({ context, runtime }) => loadLibrary(context, "async", { runtime }),
  moment: (realm) => momentIn(realm),
  DOMParser: ({ context }) => xmldom(context).DOMParser,
  XMLSerializer: ({ context }) => xmldom(context).XMLSerializer,
  // Source: runner, atob.js and btoa.js: binary strings, and no error for what is not Base64.
  atob: ({ membrane }) => membrane.toScript((text: string) => Buffer.from(text, "base64").toString("binary")),
  btoa: ({ membrane }) => membrane.toScript((text: string) => Buffer.from(text, "binary").toString("base64")),
  z: ({ context, membrane, host }) => {
    const functions = zFunctions(membrane, host);
    return inContext(context, makeZ)(functions, inContext(context, makeSent)(functions.notSimulated));
  },
  $: (realm) => jqueryIn(realm),
  console: ({ context, membrane, host }) =>
    makeConsole(context, membrane, {
      log: (level, text) => host.log(level, text),
      now: () => (host.clock ? host.clock.now : performance.now()),
    }),
  require: (realm) => makeRequire(realm, (name) => globals[name]?.(realm)),
  ...(Object.fromEntries(
    Object.entries(exceptionNames).map(([name, converted]) => [
      name,
      ({ context }: RealmParts) => exceptionsOf(context)[converted],
    ]),
  ) as { [name in keyof typeof exceptionNames]: GlobalFactory }),
};

/** Made when the script first uses it: its page takes longer to make than all else. */
export const lazyGlobal = "$";

/** Names that mean nothing in a script, though JavaScript or Node.js has them. Source: docs/platform.md, "Two runtimes". */
export const undefinedNames: { readonly [name in Runtime]: readonly string[] } = {
  converted: [],
  legacy: ["root", "child_process", "Function", "module", "process", "global", "setInterval"],
};

export const globals: { readonly [name: string]: GlobalFactory } = makers;

/** The globals that a script's text names. Most need few of the libraries, and loading one takes longer than a run. */
export function mentionedGlobals(source: string): ReadonlySet<string> {
  const identifiers = new Set(source.match(/[\w$]+/g));
  return new Set(Object.keys(globals).filter((name) => identifiers.has(name)));
}

const exceptions = new WeakMap<Context, ReturnType<typeof makeExceptions>>();

/** One set for each context: `new InvalidSessionException() instanceof RefreshTokenException` is true on the platform. */
function exceptionsOf(context: Context): ReturnType<typeof makeExceptions> {
  const made = exceptions.get(context) ?? inContext(context, makeExceptions)();
  exceptions.set(context, made);
  return made;
}

function xmldom(context: Context): { [name: string]: unknown } {
  return loadInContext(context, "xmldom") as { [name: string]: unknown };
}

// Source: jsdom 7.0.0, browser/Window.js. Assumed: the platform's Node.js is this one.
const userAgent = `Node.js (linux; U; rv:${process.version})`;

function jqueryIn({ context, membrane, host, runtime }: RealmParts): unknown {
  const refuse = membrane.toScript((what: string): never => {
    throw host.notSimulated(what);
  });
  const { DOMParser } = xmldom(context);
  const statusText = membrane.toScript((status: number) => STATUS_CODES[status] ?? "OK");
  const functions = { ...zFunctions(membrane, host), refuse, statusText };
  return makeJquery(context, { DOMParser, userAgent, ...functions }, runtime);
}

function momentIn({ context, membrane, host, runtime }: RealmParts): unknown {
  const moment = loadLibrary(context, "moment", { runtime }) as { tz?: unknown; fn: { tz?: unknown } };
  if (moment.tz) return moment;
  // The documentation has moment 2.0.0 with time zones. No package on npm gives them to that version: the first one,
  // moment-timezone 0.0.1, sets a moment's offset by what came with moment 2.1.0, and would do nothing.
  const refuse = membrane.toScript((): never => {
    throw host.notSimulated("moment.tz of the legacy runtime");
  });
  moment.tz = inContext(context, makeUnavailable)(refuse);
  moment.fn.tz = moment.tz;
  return moment;
}
