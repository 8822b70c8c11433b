import type { Context } from "node:vm";
import { makeConsole } from "./console.ts";
import { inContext } from "./context.ts";
import { exceptionNames, makeExceptions } from "./exceptions.ts";
import { guarded } from "./guarded.ts";
import type { ScriptHost } from "./host.ts";
import { loadBuiltIn, loadLibrary } from "./libraries.ts";
import { makeUnavailable } from "./unavailable.ts";
import { configureUnderscore } from "./underscore.ts";
import { makeZ } from "./z.ts";
import { zFunctions } from "./z-functions.ts";

/** Where a global is made. */
interface Scene {
  readonly context: Context;
  readonly host: ScriptHost;
}

// Assumed: of what `require` gives on the platform, these need no network, no files and no process.
const builtIns = ["buffer", "crypto", "querystring", "string_decoder", "url", "util"];

/** What the script sees besides JavaScript itself, and how it is made. Source: platform-facts, "Two engines". */
export const globals: { readonly [name: string]: (scene: Scene) => unknown } = {
  _: ({ context }) => inContext(context, configureUnderscore)(loadLibrary(context, "underscore") as object),
  crypto: () => loadBuiltIn("crypto"),
  async: ({ context }) => loadLibrary(context, "async"),
  moment: ({ context }) => loadLibrary(context, "moment-timezone"),
  DOMParser: ({ context }) => xmldom(context).DOMParser,
  XMLSerializer: ({ context }) => xmldom(context).XMLSerializer,
  // Source: runner, atob.js and btoa.js: binary strings, and no error for what is not Base64.
  atob: ({ context }) => guarded(context, (text: string) => Buffer.from(text, "base64").toString("binary")),
  btoa: ({ context }) => guarded(context, (text: string) => Buffer.from(text, "binary").toString("base64")),
  z: ({ context, host }) => inContext(context, makeZ)(zFunctions(context, host)),
  $: ({ context, host }) => unavailable(context, () => host.notSimulated("$ (jQuery)")),
  console: ({ context, host }) => makeConsole(context, host),
  require: ({ context, host }) => guarded(context, (name: string) => requireFor(host, name)),
  ...Object.fromEntries(
    Object.entries(exceptionNames).map(([name, converted]) => [
      name,
      ({ context }: Scene) => exceptionsOf(context)[converted],
    ]),
  ),
};

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
  return loadLibrary(context, "@xmldom/xmldom") as { [name: string]: unknown };
}

function requireFor(host: ScriptHost, name: string): unknown {
  const builtIn = String(name).replace(/^node:/, "");
  if (builtIns.includes(builtIn)) return loadBuiltIn(builtIn);
  throw host.notSimulated(`require(${JSON.stringify(name)})`);
}

function unavailable(context: Context, makeError: () => Error): unknown {
  return inContext(
    context,
    makeUnavailable,
  )(
    guarded(context, () => {
      throw makeError();
    }),
  );
}
