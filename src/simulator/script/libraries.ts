import { readFileSync } from "node:fs";
import type { Context, Script } from "node:vm";
import type { Runtime } from "../runtime.ts";
import { realmScript } from "./realm.ts";

/** The files of bin/bundle-libraries.mjs for each runtime. Source: docs/platform.md, "Two runtimes". */
const files = {
  converted: { underscore: "underscore", moment: "moment", async: "async", jquery: "jquery" },
  legacy: {
    underscore: "underscore-legacy",
    moment: "moment-legacy",
    async: "async-legacy",
    jquery: "jquery-legacy",
  },
} as const satisfies { [name in Runtime]: object };

type Globals = { readonly [name: string]: unknown };

let folder = "";
const compiled = new Map<string, Script>();

/** Says where bin/bundle-libraries.mjs has written them. */
export function readLibrariesFrom(path: string): void {
  folder = path;
}

/** Loads a library in the runtime's version: see `loadInContext`. */
export function loadLibrary(
  context: Context,
  name: keyof (typeof files)[Runtime],
  { runtime, globals = {} }: { readonly runtime: Runtime; readonly globals?: Globals },
): unknown {
  return loadInContext(context, files[runtime][name], globals);
}

const loaded = new WeakMap<Context, Map<string, unknown>>();

/**
 * Loads a library inside the context, once, so that the arrays it makes are the script's arrays and what a script does to it
 * (`_.mixin`, `moment.locale`) ends with the call.
 *
 * @param globals - what it sees besides the context's own globals: always of the same names
 */
export function loadInContext(context: Context, file: string, globals: Globals = {}): unknown {
  const libraries = loaded.get(context) ?? new Map<string, unknown>();
  loaded.set(context, libraries);
  if (!libraries.has(file)) libraries.set(file, load(context, file, globals));
  return libraries.get(file);
}

function load(context: Context, file: string, globals: Globals): unknown {
  const script = compiledOnce(
    file,
    (text) => `(function (${Object.keys(globals)}) {${text}\nreturn library;\n})`,
  );
  return script.runInContext(context)(...Object.values(globals));
}

let packageFiles: ReadonlySet<string> | undefined;

/** Finds a file of a package as Node.js does: `lodash/get` -> `lodash/get.js`. Undefined where the package has none of that name. */
export function fileInPackage(name: string): string | undefined {
  packageFiles ??= new Set<string>(JSON.parse(readFileSync(`${folder}/files.json`, "utf8")));
  const path = name.replace(/\/+$/, "");
  return [path, `${path}.js`, `${path}.json`, `${path}/index.js`].find((file) => packageFiles?.has(file));
}

/** Compiles a file of the bundled libraries, wrapped in a function. */
export function compiledOnce(file: string, wrap: (text: string) => string): Script {
  let script = compiled.get(file);
  if (!script) {
    script = realmScript(wrap(readFileSync(`${folder}/${file}.js`, "utf8")), `zapc:${file}`);
    compiled.set(file, script);
  }
  return script;
}

interface Underscore {
  templateSettings?: object;
  map?: unknown;
  collect?: unknown;
  includes?: unknown;
  contains?: unknown;
}

/** Gives Underscore the platform's templates and old names. Source: runner, index.js. Runs inside the context. */
export function configureUnderscore(underscore: Underscore): unknown {
  const interpolate = /\{\{(.+?)\}\}/g;
  // Version 1.4 takes the setting of the template as it is: it does not look for a pattern that is false.
  underscore.templateSettings = { interpolate, evaluate: false, escape: false };
  underscore.collect ??= underscore.map;
  underscore.contains ??= underscore.includes;
  return underscore;
}
