import { compile } from "../../src/compiler/compile.ts";
import { integration } from "./integration.ts";
import { tool } from "./tool-package.ts";

/** The text of an app.ts that names an engine. */
export const app = (engine: string) => `import type { App } from "zapc";
export const app = {
  title: "Example", version: "1.2.3", description: "Example is a service for tests.", test_trigger: "thing",
  engine: "${engine}", auth: { type: "none" },
} as const satisfies App;
`;

export const codeOf = async (files: { readonly [path: string]: string }) =>
  (await compile(integration(files))).script.code;

/** Loads a script as the runner does. */
export function load(code: string) {
  return new Function("require", `${code}\nreturn Zap;`)(process.getBuiltinModule);
}

/** The package `tool` of a code, on the engine `node`. */
export const withTool = (code: string) => ({
  ...tool,
  "app.ts": app("node"),
  "node_modules/tool/index.js": code,
});
