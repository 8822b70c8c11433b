import { createRequire } from "node:module";
import type { Context } from "node:vm";
import { loadLibrary as load, type Module, type Realm } from "./common-js.ts";
import { inContext } from "./context.ts";
import { guarded } from "./guarded.ts";

const nodeRequire = createRequire(import.meta.url);

/**
 * Loads a library from npm inside the context, so that the arrays it makes are the script's arrays and what a script
 * does to it (`_.mixin`, `moment.locale`) ends with the call.
 */
export function loadLibrary(context: Context, name: string): unknown {
  const realm: Realm = {
    evaluate: (script) => script.runInContext(context),
    makeModule: () => inContext(context, makeModule)(),
    builtIn: (wanted) => {
      throw new Error(`${name} requires ${wanted} of Node.js.`);
    },
    guard: (require) => guarded(context, require),
  };
  return load(name, realm);
}

function makeModule(): Module {
  return { exports: {} };
}

/** A module of Node.js itself: the script gets a likeness of it (`likeness.ts`). */
export function loadBuiltIn(name: string): object {
  return nodeRequire(name);
}
