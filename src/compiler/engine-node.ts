import type { Diagnostic } from "../model/diagnostic.ts";
import type { MethodKind } from "../model/methods.ts";
import { memberText, nameText } from "../output/object-text.ts";
import type { Discovered } from "../source/discover.ts";
import { exportedFunction, type WrittenFunction } from "../source/discovering/exported.ts";
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
export interface ModuleWrapper {
  readonly before: string;
  readonly after: string;
}

/** Around modules that run while the file loads. */
export const runsAtOnce: ModuleWrapper = { before: "var Zap = (function () {\n", after: "})();\n" };

/** Around the modules of a script for the engine `node`. */
export function wrapperForNode(discovered: Discovered, { inputs }: Pick<Bundled, "inputs">): ModuleWrapper {
  const hasPackages = inputs.some(({ path }) => packageOf(path) !== undefined);
  if (!hasPackages) return { ...runsAtOnce, before: `${runsAtOnce.before}${refusal}\n` };
  const properties = discovered.declarations.flatMap(({ source, row, methods }) =>
    methods.map(({ name, local }) => propertyOf(name, exportedFunction(source, local), row.kind)),
  );
  const data = properties.filter(({ isData }) => isData).map(({ name }) => name);
  const before = `var Zap = (function (load) {
${refusal}
  var loaded;

  // The packages run at the first call: while the file loads, there is nothing of Node.js.
  function methods() {
${data.length > 0 ? loadingData(data) : "    loaded = loaded || load();\n"}    return loaded;
  }

  ${data.length > 0 ? "var zap =" : "return"} {
${properties.map(({ text }) => text).join(",\n")}
  };
${data.length > 0 ? "\n  return zap;\n" : ""}})(function () {
`;
  return { before, after: "});\n" };
}

interface ZapProperty {
  readonly name: string;
  readonly text: string;
  /** True if it has no value before the first call. */
  readonly isData: boolean;
}

/** A property of `Zap`: a function that loads the packages first. Only a member may be no function. */
function propertyOf(
  name: string,
  written: WrittenFunction | undefined,
  kind: MethodKind | undefined,
): ZapProperty {
  if (!written && kind === "member") return { name, text: `    ${nameText(name)}: undefined`, isData: true };
  const hasCallback = written?.params.some((it, index) => index > 0 && it.type !== "RestElement");
  const body = `return methods()${memberText(name)}.apply(this, arguments);`;
  const text = `    ${nameText(name)}: function (${hasCallback ? "bundle, callback" : "bundle"}) {\n      ${body}\n    }`;
  return { name, text, isData: false };
}

/** Data get their values once the packages have run. */
function loadingData(names: readonly string[]): string {
  const set = names.map((name) => `      zap${memberText(name)} = loaded${memberText(name)};\n`);
  return `    if (!loaded) {\n      loaded = load();\n${set.join("")}    }\n`;
}
