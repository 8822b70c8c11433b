import type { Diagnostic } from "../model/diagnostic.ts";
import { memberText, nameText } from "../output/object-text.ts";
import type { Discovered } from "../source/discover.ts";
import { exportedFunction } from "../source/discovering/exported.ts";
import { packageOf } from "../source/package-of.ts";
import { findingAt } from "../source/source.ts";
import type { Bundled } from "./bundle/bundle.ts";
import { isOfNode } from "./packages/platform-names.ts";

/*
 * The form of zap.js for the engine `node`: it says so where the engine lacks the built-ins, tells the editor's JSHint their
 * names, and runs packages at the first call, as they may require a module of Node.js at once, and there is no `require` while the
 * file loads. Source: docs/platform.md, "Two runtimes".
 */

/** The engine is needed before anything is evaluated. */
export function calculatedEngine({ declarations, directory }: Discovered): Diagnostic {
  const app = declarations.find(({ row }) => row.metadata === "app")?.source;
  const offset = app?.text.indexOf("engine") ?? 0;
  const finding = {
    code: "calculated-engine",
    message: "The `engine` of the app is calculated: zapc reads it before it evaluates anything.",
    hint: 'Write it into the object of `app` itself: `engine: "node"`.',
  };
  return app
    ? findingAt(app, Math.max(offset, 0), finding)
    : { severity: "error", file: directory, ...finding };
}

/** `/* globals Buffer, Map *\/` */
export function globalsDirective(globals: readonly string[]): string {
  const names = [...new Set(globals)].filter(isOfNode).sort();
  return names.length > 0 ? `/* globals ${names.join(", ")} */\n` : "";
}

// Node.js 4 lacks it, and 12 is the first to have it.
const refusal = `  if (!Object.fromEntries) {
    throw new Error('This script needs the converted runtime: its app says engine: "node", and the built-ins of today\\'s Node.js are not here.');
  }
`;

/** The text around the modules. */
export interface Wrapping {
  readonly before: string;
  readonly after: string;
}

/** Around modules that run while the file loads. */
export const runsAtOnce: Wrapping = { before: "var Zap = (function () {\n", after: "})();\n" };

/** Around the modules of a script for the engine `node`. */
export function wrappingForNode(discovered: Discovered, { inputs }: Pick<Bundled, "inputs">): Wrapping {
  const hasPackages = inputs.some(({ path }) => packageOf(path) !== undefined);
  if (!hasPackages) return { ...runsAtOnce, before: `${runsAtOnce.before}${refusal}\n` };
  const methods = discovered.declarations.flatMap(({ source, methods }) =>
    methods.map(({ name, local }) => {
      const written = exportedFunction(source, local);
      const parameters = written?.params.some((it, index) => index > 0 && it.type !== "RestElement")
        ? "bundle, callback"
        : "bundle";
      return `    ${nameText(name)}: function (${parameters}) {\n      return methods()${memberText(name)}.apply(this, arguments);\n    }`;
    }),
  );
  const before = `var Zap = (function (load) {
${refusal}
  var loaded;

  // The packages run at the first call: while the file loads, there is nothing of Node.js.
  function methods() {
    loaded = loaded || load();
    return loaded;
  }

  return {
${methods.join(",\n")}
  };
})(function () {
`;
  return { before, after: "});\n" };
}
