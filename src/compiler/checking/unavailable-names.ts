import type { Diagnostic } from "../../model/diagnostic.ts";
import { nodeGlobals, typedNodeGlobals } from "../../model/node-globals.ts";
import { howToRequire } from "../../model/required-modules.ts";
import type { Engine } from "../../source/engine.ts";

/** A name that sources cannot use. */
interface UnavailableName {
  readonly because: "undefined" | "after-es5" | "elsewhere";
  /** The replacement that an author writes. */
  readonly instead: string;
}

/** A name that the platform takes away. Source: docs/platform.md, "Two runtimes". */
const leftUndefined = (instead: string): UnavailableName => ({ because: "undefined", instead });
/** A name that came after ES5. */
const afterEs5 = (instead: string): UnavailableName => ({ because: "after-es5", instead });
/** A name of browsers or Node.js that no list of the platform's globals has. */
const elsewhere = (instead: string): UnavailableName => ({ because: "elsewhere", instead });

const constants = "Export constants and functions from a file of yours. Nothing outlives a call.";
const modules = "Use `import` and `export`: zap.js is made of them.";
const noFiles = "zap.js is pasted: there are no files.";
const noPage = "A script has no page. `$.parseHTML` and `$.parseXML` read documents.";
const timer = "Use `setTimeout`, in a method that takes a callback, or a loop. A method has 30 seconds.";

const unavailable: { readonly [name: string]: UnavailableName } = {
  child_process: leftUndefined("A script cannot start programs."),
  global: leftUndefined(constants),
  module: leftUndefined(modules),
  process: leftUndefined(
    "What differs by account belongs into an auth field, anything else into a constant.",
  ),
  root: leftUndefined(constants),
  setInterval: leftUndefined(timer),

  __dirname: elsewhere(noFiles),
  __filename: elsewhere(noFiles),
  alert: elsewhere("Use `console.log`, or throw an ErrorException for the user to read."),
  Buffer: elsewhere(
    'Use `btoa`, `atob` or `z.hash`, or `require("buffer").Buffer` and its type `require.Buffer`.',
  ),
  clearImmediate: elsewhere("Use `clearTimeout`."),
  clearInterval: elsewhere("Use `clearTimeout`."),
  document: elsewhere(noPage),
  exports: elsewhere(modules),
  fetch: elsewhere("Use `z.request`: it waits for its answer."),
  FormData: elsewhere("Use the option `form` or `formData` of `z.request`."),
  jQuery: elsewhere("Use `$`."),
  localStorage: elsewhere("Nothing outlives a call."),
  lodash: elsewhere("Use `_`, which is Underscore."),
  navigator: elsewhere(noPage),
  queueMicrotask: elsewhere(timer),
  self: elsewhere(constants),
  sessionStorage: elsewhere("Nothing outlives a call."),
  setImmediate: elsewhere(timer),
  structuredClone: elsewhere("Use `z.JSON.parse(z.JSON.stringify(value))`."),
  TextDecoder: elsewhere('Use `require("buffer").Buffer`.'),
  TextEncoder: elsewhere('Use `require("buffer").Buffer`.'),
  URL: elsewhere('Use `require("url").parse(address)`.'),
  URLSearchParams: elsewhere('Use the option `params` of `z.request`, or `require("querystring")`.'),
  window: elsewhere(noPage),
  XMLHttpRequest: elsewhere("Use `z.request`: it waits for its answer."),

  assign: afterEs5("Use `{ ...a, ...b }`: it is lowered."),
  endsWith: afterEs5("Use `text.slice(-end.length) === end`."),
  entries: afterEs5("Use `for (const key in object)`."),
  fill: afterEs5("Use a loop."),
  find: afterEs5("Use `_.find(list, …)`."),
  findIndex: afterEs5("Use a loop."),
  flat: afterEs5("Use `_.flatten(list, true)`."),
  flatMap: afterEs5("Use `list.reduce((all, item) => all.concat(…), [])`."),
  from: afterEs5("Use `_.toArray(…)`."),
  fromEntries: afterEs5("Use `_.object(pairs)`."),
  isFinite: afterEs5('Use `typeof value === "number" && isFinite(value)`.'),
  isInteger: afterEs5("Use `isFinite(value) && Math.floor(value) === value`."),
  isNaN: afterEs5("Use `value !== value`: nothing else differs from itself."),
  includes: afterEs5("Use `indexOf(…) !== -1`."),
  Map: afterEs5("Use an object, with `Object.create(null)`."),
  parseFloat: afterEs5("Use the global `parseFloat(…)`."),
  parseInt: afterEs5("Use the global `parseInt(…)`."),
  padStart: afterEs5("Use `(zeros + text).slice(-length)`."),
  Promise: afterEs5("`z.request` waits for its answer; a method may also take a callback."),
  repeat: afterEs5("Use `new Array(count + 1).join(text)`."),
  replaceAll: afterEs5("Use `text.split(part).join(other)`."),
  Set: afterEs5("Use an object, with `Object.create(null)`."),
  startsWith: afterEs5("Use `text.indexOf(start) === 0`."),
  Symbol: afterEs5("Use a string."),
  trimEnd: afterEs5('Use `text.replace(/\\s+$/, "")`.'),
  trimStart: afterEs5('Use `text.replace(/^\\s+/, "")`.'),
  values: afterEs5("Use `_.values(object)`."),
};

/** Tells whether the platform takes a global away. */
export function isLeftUndefined(name: string): boolean {
  return (
    name === "Function" || (Object.hasOwn(unavailable, name) && unavailable[name]?.because === "undefined")
  );
}

/** The libraries that are typed as far as their two versions agree, by the names of their types. Source: docs/platform.md, "Two runtimes". */
const libraries: { readonly [type: string]: string } = {
  "typeof _": "Underscore 1.4.4 and 1.13.8",
  "typeof $": "jQuery 1.8.3 and 3.5.0",
  "typeof async": "async 0.2.9 and 2.6.4",
  "typeof moment": "Moment 2.0.0 and 2.29",
  Moment: "Moment 2.0.0 and 2.29",
};

const onBothRuntimes = (versions: string) =>
  `The platform runs ${versions}: only what works in both is there.`;

// TypeScript's advice to change the target library: nobody can change what the platform has.
const libraryAdvice = / Do you need to change your target library\?.*$/s;
// TypeScript's advice for a name or a module that it knows of Node.js.
const nodeAdvice = / Do you need to install type definitions for node\?.*$/s;

const ofNode: ReadonlySet<string> = new Set(nodeGlobals);
const typedOnNode: ReadonlySet<string> = new Set(typedNodeGlobals);
const onNode = 'Or say `engine: "node"` in app.ts, which has it.';

/**
 * Tells, in place of TypeScript's advice, why a name is not there on the platform and what to write instead.
 *
 * @param engine - the engine whose names the sources may use
 */
export function whyUnavailable(diagnostic: Diagnostic, engine: Engine): Diagnostic {
  const { message } = diagnostic;
  const missing = /^Cannot find name '([^']+)'/.exec(message)?.[1] ?? "";
  const known = Object.hasOwn(unavailable, missing) ? unavailable[missing] : ofNodeAlone(missing);
  if (known && known.because !== "after-es5") return unavailableGlobal(diagnostic, missing, known, engine);
  if (missing && nodeAdvice.test(message)) return noSuchModule(diagnostic, missing);
  const library = /^Property '\w+' does not exist on type '(typeof [\w$]+|Moment)'/.exec(message)?.[1] ?? "";
  const versions = Object.hasOwn(libraries, library) ? libraries[library] : undefined;
  if (versions) return { ...diagnostic, hint: onBothRuntimes(versions) };
  return libraryAdvice.test(message) ? inNoLibrary(diagnostic, engine) : diagnostic;
}

/** A name of Node.js with nothing in its place. */
function ofNodeAlone(name: string): UnavailableName | undefined {
  return ofNode.has(name) ? elsewhere("") : undefined;
}

function unavailableGlobal(
  diagnostic: Diagnostic,
  name: string,
  { because, instead }: UnavailableName,
  engine: Engine,
): Diagnostic {
  if (engine === "node" && ofNode.has(name)) {
    const hint = `Declare it in a .d.ts file beside app.ts: \`declare const ${name}: …;\`. ${instead}`.trim();
    return { ...diagnostic, message: `zapc has no types of \`${name}\`.`, hint };
  }
  return {
    ...diagnostic,
    message:
      because === "undefined"
        ? `The platform leaves \`${name}\` undefined.`
        : `The platform has no global \`${name}\`.`,
    hint: because === "undefined" ? instead : withEngine(name, instead),
  };
}

function withEngine(name: string, instead: string): string {
  if (instead === "") return onNode.replace("Or s", "S");
  return typedOnNode.has(name) ? `${instead} ${onNode}` : instead;
}

function noSuchModule(diagnostic: Diagnostic, name: string): Diagnostic {
  return {
    ...diagnostic,
    message: `Cannot import '${name}': only sources become part of zap.js.`,
    hint: howToRequire,
  };
}

/** A feature came into the language after the engine. */
function inNoLibrary(diagnostic: Diagnostic, engine: Engine): Diagnostic {
  const { message } = diagnostic;
  const name = /'(\w+)'/.exec(message)?.[1] ?? "";
  const instead = Object.hasOwn(unavailable, name) ? (unavailable[name] as UnavailableName).instead : "";
  const year = Number(/'es(\d+)' or later/.exec(message)?.[1]);
  // ES5 has an `isFinite`, and no `Number.isFinite`.
  const owner = /on type '(\w+(?=Constructor')|Math(?='))/.exec(message)?.[1];
  const missing = owner === undefined ? name : `${owner}.${name}`;
  const why =
    engine === "es5"
      ? `zap.js runs on ES5, which has no \`${missing}\`.`
      : `Sources may use ES${NODE_LIBRARY}.`;
  const otherwise = engine === "es5" && year <= NODE_LIBRARY ? onNode : "";
  return {
    ...diagnostic,
    message: message.replace(libraryAdvice, ""),
    hint: [why, instead, otherwise].filter(Boolean).join(" "),
  };
}

/** The library of the language that sources may use with `engine: "node"`. Source: `lib` in check.ts. */
const NODE_LIBRARY = 2019;
