import { STATUS_CODES } from "node:http";
import type { Context } from "node:vm";
import type { runtimeGlobals } from "../../model/runtime-globals.ts";
import type { Runtime } from "../runtime.ts";
import { makeConsole } from "./console.ts";
import { inContext } from "./context.ts";
import { exceptionNames, makeExceptions } from "./exceptions.ts";
import { guarded } from "./guarded.ts";
import type { ScriptHost } from "./host.ts";
import { makeJquery } from "./jquery.ts";
import { loadBuiltIn, loadInContext, loadLibrary } from "./libraries.ts";
import { Likenesses } from "./likeness.ts";
import { makeUnavailable } from "./unavailable.ts";
import { configureUnderscore } from "./underscore.ts";
import { makeZ } from "./z.ts";
import { zFunctions } from "./z-functions.ts";

/** Where a global is made. */
export interface Scene {
  readonly context: Context;
  readonly host: ScriptHost;
  readonly runtime: Runtime;
  /** The folder of jQuery: see `makeJquery`. */
  readonly jquery: string;
}

// Assumed: of what `require` gives on the platform, these need no network, no files and no process.
const builtIns = [
  "assert",
  "buffer",
  "crypto",
  "path",
  "querystring",
  "string_decoder",
  "url",
  "util",
  "zlib",
];

type Maker = (scene: Scene) => unknown;

/** What the script sees besides JavaScript itself, and how it is made: what the model lists, no more and no less. */
const makers: { readonly [name in (typeof runtimeGlobals)[number]]: Maker } = {
  _: ({ context, runtime }) =>
    inContext(context, configureUnderscore)(loadLibrary(context, "underscore", runtime) as object),
  crypto: (scene) => likenessesOf(scene).of(loadBuiltIn("crypto")),
  async: ({ context, runtime }) => loadLibrary(context, "async", runtime),
  moment: (scene) => momentIn(scene),
  DOMParser: ({ context }) => xmldom(context).DOMParser,
  XMLSerializer: ({ context }) => xmldom(context).XMLSerializer,
  // Source: runner, atob.js and btoa.js: binary strings, and no error for what is not Base64.
  atob: ({ context }) => guarded(context, (text: string) => Buffer.from(text, "base64").toString("binary")),
  btoa: ({ context }) => guarded(context, (text: string) => Buffer.from(text, "binary").toString("base64")),
  z: ({ context, host }) => inContext(context, makeZ)(zFunctions(context, host)),
  $: (scene) => jqueryIn(scene),
  console: ({ context, host }) => makeConsole(context, host),
  require: (scene) => guarded(scene.context, (name: string) => requireFor(scene, name)),
  ...(Object.fromEntries(
    Object.entries(exceptionNames).map(([name, converted]) => [
      name,
      ({ context }: Scene) => exceptionsOf(context)[converted],
    ]),
  ) as { [name in keyof typeof exceptionNames]: Maker }),
};

/** Made when the script first uses it: its page takes longer to make than all else. */
export const lazyGlobal = "$";

/** Names that mean nothing in a script, though JavaScript or Node.js has them. Source: platform-facts, "Two engines". */
export const undefinedNames: { readonly [name in Runtime]: readonly string[] } = {
  converted: [],
  legacy: ["root", "child_process", "Function", "module", "process", "global", "setInterval"],
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

const documents = new WeakMap<Context, { [name: string]: unknown }>();

function xmldom(context: Context): { [name: string]: unknown } {
  const known = documents.get(context);
  if (known) return known;
  const loaded = loadInContext(context, "@xmldom/xmldom") as { [name: string]: unknown };
  documents.set(context, loaded);
  return loaded;
}

// Source: jsdom 7.0.0, browser/Window.js. Assumed: the platform's Node.js is this one.
const userAgent = `Node.js (linux; U; rv:${process.version})`;

function jqueryIn({ context, host, runtime, jquery }: Scene): unknown {
  const refuse = guarded(context, (what: string): never => {
    throw host.notSimulated(what);
  });
  const { DOMParser } = xmldom(context);
  const statusText = guarded(context, (status: number) => STATUS_CODES[status] ?? "OK");
  const functions = { ...zFunctions(context, host), refuse, statusText };
  return makeJquery(context, { DOMParser, userAgent, ...functions }, { runtime, folder: jquery });
}

function momentIn({ context, host, runtime }: Scene): unknown {
  const moment = loadLibrary(context, "moment", runtime) as { tz?: unknown; fn: { tz?: unknown } };
  if (moment.tz) return moment;
  // The documentation has moment 2.0.0 with time zones. No package on npm gives them to that version: the first one,
  // moment-timezone 0.0.1, sets a moment's offset by what came with moment 2.1.0, and would do nothing.
  const refuse = () => host.notSimulated("moment.tz of the legacy runtime");
  moment.tz = unavailable(context, refuse);
  moment.fn.tz = moment.tz;
  return moment;
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
