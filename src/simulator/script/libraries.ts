import { createRequire } from "node:module";
import type { Context } from "node:vm";
import type { Runtime } from "../runtime.ts";
import { loadLibrary as load, type Module, type Realm } from "./common-js.ts";
import { inContext } from "./context.ts";
import { guarded } from "./guarded.ts";

const nodeRequire = createRequire(import.meta.url);

/** The packages on npm with the versions of each runtime. Source: platform-facts, "Two engines run the same script". */
const packages = {
  converted: { underscore: "underscore", moment: "moment-timezone", async: "async" },
  legacy: { underscore: "underscore-legacy", moment: "moment-legacy", async: "async-legacy" },
} as const satisfies { [name in Runtime]: object };

/** Loads a library in the runtime's version: see `loadInContext`. */
export function loadLibrary(
  context: Context,
  name: keyof (typeof packages)[Runtime],
  runtime: Runtime,
): unknown {
  return loadInContext(context, packages[runtime][name]);
}

/**
 * Loads a package from npm inside the context, so that the arrays it makes are the script's arrays and what a script
 * does to it (`_.mixin`, `moment.locale`) ends with the call.
 */
export function loadInContext(context: Context, name: string): unknown {
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
