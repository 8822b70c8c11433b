import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Context, Script } from "node:vm";
import { inContext } from "./context.ts";
import { guarded } from "./guarded.ts";

const nodeRequire = createRequire(import.meta.url);
const compiled = new Map<string, Script>();

type CommonJs = (module: Module, exports: unknown, require: (name: string) => unknown) => void;

interface Module {
  exports: unknown;
}

/**
 * Loads a library from npm inside the context, so that the arrays it makes are the script's arrays and what a script
 * does to it (`_.mixin`, `moment.locale`) ends with the call.
 */
export function loadLibrary(context: Context, name: string): unknown {
  const loaded = new Map<string, Module>();

  function load(file: string): unknown {
    const known = loaded.get(file);
    if (known) return known.exports;
    const module = inContext(context, makeModule)();
    loaded.set(file, module);
    const { resolve } = createRequire(file);
    const run: CommonJs = compile(file).runInContext(context);
    const require = guarded(context, (wanted: string) => load(resolve(wanted)));
    run.call(module.exports, module, module.exports, require);
    return module.exports;
  }

  return load(nodeRequire.resolve(name));
}

function makeModule(): Module {
  return { exports: {} };
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

/** A module of Node.js itself: the script gets a likeness of it (`likeness.ts`). */
export function loadBuiltIn(name: string): object {
  return nodeRequire(name);
}
