import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Context, Script } from "node:vm";

const nodeRequire = createRequire(import.meta.url);
const compiled = new Map<string, Script>();

type CommonJs = (module: { exports: unknown }, exports: unknown, require: (name: string) => unknown) => void;

/**
 * Loads a library from npm inside the context, so that the arrays it makes are the script's arrays and what a script
 * does to it (`_.mixin`, `moment.locale`) ends with the call.
 */
export function loadLibrary(context: Context, name: string): unknown {
  const loaded = new Map<string, { exports: unknown }>();

  function load(file: string): unknown {
    const known = loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    loaded.set(file, module);
    const { resolve } = createRequire(file);
    const run: CommonJs = compile(file).runInContext(context);
    run.call(module.exports, module, module.exports, (wanted) => load(resolve(wanted)));
    return module.exports;
  }

  return load(nodeRequire.resolve(name));
}

function compile(file: string): Script {
  let script = compiled.get(file);
  if (!script) {
    const text = readFileSync(file, "utf8");
    const body = file.endsWith(".json") ? `module.exports = ${text}` : text;
    script = new Script(`(function (module, exports, require) {${body}\n})`, { filename: file });
    compiled.set(file, script);
  }
  return script;
}

/** A Node.js module for the script's `require`. */
export function loadBuiltIn(name: string): unknown {
  return nodeRequire(name);
}
