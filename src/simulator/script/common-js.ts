import { readFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { Script } from "node:vm";

/** Where a library is loaded. */
export interface Realm {
  /** Makes the function that the text of a module is wrapped in. */
  readonly evaluate: (script: Script) => CommonJs;
  readonly makeModule: () => Module;
  /** What `require` gives for a module of Node.js, by its name without `node:`. */
  readonly builtIn: (name: string) => unknown;
  /** What stands in for a file, by its path; undefined where the file itself is loaded. */
  readonly instead?: (file: string) => unknown;
  /** `require` as the modules get it. */
  readonly guard?: (require: Require) => Require;
  /** What the modules see besides `require`, in place of the realm's own globals. */
  readonly globals?: { readonly [name: string]: unknown };
}

export interface Module {
  exports: unknown;
}

type Require = (name: string) => unknown;
type CommonJs = (...values: unknown[]) => void;

const nodeRequire = createRequire(import.meta.url);
const compiled = new Map<string, Script>();

/** Loads a library from npm, with all that it requires, anew. */
export function loadLibrary(name: string, realm: Realm): unknown {
  const loaded = new Map<string, Module>();

  function load(file: string): unknown {
    if (isBuiltin(file)) return realm.builtIn(file.replace(/^node:/, ""));
    const known = loaded.get(file);
    if (known) return known.exports;
    const module = realm.makeModule();
    loaded.set(file, module);
    const replacement = realm.instead?.(file);
    if (replacement !== undefined) module.exports = replacement;
    else run(file, module);
    return module.exports;
  }

  function run(file: string, module: Module): void {
    const { resolve } = createRequire(file);
    const { guard = (require: Require) => require, globals = {} } = realm;
    const require = guard((wanted) => load(resolve(wanted)));
    const script = compile(file, ["module", "exports", "require", ...Object.keys(globals)].join(", "));
    const values = [module, module.exports, require, ...Object.values(globals)];
    realm.evaluate(script).apply(module.exports, values);
  }

  return load(nodeRequire.resolve(name));
}

function compile(file: string, parameters: string): Script {
  const key = `${file}(${parameters})`;
  let script = compiled.get(key);
  if (!script) {
    const text = readFileSync(file, "utf8");
    const body = file.endsWith(".json") ? `module.exports = ${text}` : text;
    script = new Script(`(function (${parameters}) {${body}\n})`, { filename: file });
    compiled.set(key, script);
  }
  return script;
}
