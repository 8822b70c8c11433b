import type { Context } from "node:vm";
import type { runtimeGlobals } from "../../model/runtime-globals.ts";
import { makeConsole } from "./console.ts";
import { inContext } from "./context.ts";
import { exceptionNames, makeExceptions } from "./exceptions.ts";
import { guarded } from "./guarded.ts";
import type { ScriptHost } from "./host.ts";
import { loadBuiltIn, loadLibrary } from "./libraries.ts";
import { Likenesses } from "./likeness.ts";
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

type Maker = (scene: Scene) => unknown;

/** What the script sees besides JavaScript itself, and how it is made: what the model lists, no more and no less. */
const makers: { readonly [name in (typeof runtimeGlobals)[number]]: Maker } = {
  _: ({ context }) => inContext(context, configureUnderscore)(loadLibrary(context, "underscore") as object),
  crypto: (scene) => likenessesOf(scene).of(loadBuiltIn("crypto")),
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
  require: (scene) => guarded(scene.context, (name: string) => requireFor(scene, name)),
  ...(Object.fromEntries(
    Object.entries(exceptionNames).map(([name, converted]) => [
      name,
      ({ context }: Scene) => exceptionsOf(context)[converted],
    ]),
  ) as { [name in keyof typeof exceptionNames]: Maker }),
};

export const globals: { readonly [name: string]: Maker } = makers;

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

const likenesses = new WeakMap<Context, Likenesses>();

/** One for each context: `require("crypto")` is `crypto`. */
function likenessesOf({ context, host }: Scene): Likenesses {
  const made = likenesses.get(context) ?? new Likenesses(context, host);
  likenesses.set(context, made);
  return made;
}

function xmldom(context: Context): { [name: string]: unknown } {
  return loadLibrary(context, "@xmldom/xmldom") as { [name: string]: unknown };
}

function requireFor(scene: Scene, name: string): unknown {
  const { host } = scene;
  const builtIn = String(name).replace(/^node:/, "");
  if (builtIns.includes(builtIn)) return likenessesOf(scene).of(loadBuiltIn(builtIn));
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
