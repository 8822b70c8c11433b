import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { Cache } from "../../src/source/cache.ts";
import { discover } from "../../src/source/discover.ts";
import type { Engine, Program } from "../conformance/engines.ts";
import { ts } from "../typescript-5.ts";

const replay = readFileSync(new URL("../conformance/recorded/replay.js", import.meta.url), "utf8");

const url = "https://example.com/things?name=a";

/** What every method is called with. */
const bundle = {
  request: { method: "GET", url, headers: {}, params: {}, data: null },
  url_raw: url,
  auth_fields: {},
  trigger_fields: {},
  search_fields: { name: "a" },
  response: { status_code: 200, headers: {}, content: '{ "things": [1, 2], "total": 2 }' },
  meta: {},
  zap: { id: 1 },
};

const callAll = `
var outcomes = {};
Object.keys(Zap).forEach(function (method) {
  outcomes[method] = replay(Zap, { method: method, bundle: ${JSON.stringify(bundle)}, answers: [] });
});
print(JSON.stringify(outcomes));`;

/** A script, as a program that calls each of its methods. */
export function calling({ zap, globals = "" }: Pick<Program, "zap" | "globals">): Program {
  return { globals: `${replay}\n${globals}`, zap, calls: callAll };
}

/** What each method of a script returns or throws on an engine. */
export function outcomes({ run }: Engine, script: Pick<Program, "zap" | "globals">): unknown {
  return JSON.parse(run(calling(script)));
}

/** The sources as a script for Node.js 20, as TypeScript 5.9 makes it: the types are taken away, and nothing is lowered. */
export async function sourceForNode(directory: string): Promise<string> {
  const { declarations } = await discover(directory, new Cache());
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((file) =>
    /(?<!\.d)\.(ts|json)$/.test(file),
  );
  const paths = files.map((file) => join(directory, file));
  const texts = new Map([
    ...paths.filter((path) => path.endsWith(".json")).map(jsonModule),
    ...emitted(paths),
  ]);
  const modules = [...texts].map(([path, text]) => {
    const name = relative(directory, path).split(sep).join("/");
    return `${JSON.stringify(name)}: function (module, exports, require) {\n${text}\n}`;
  });
  const methods = declarations
    .flatMap(({ source, methods }) =>
      methods.map(({ local, name }) => `${name}: load(${JSON.stringify(source.path)}).${local}`),
    )
    .sort();
  return `var Zap = (function () {
var modules = {\n${modules.join(",\n")}\n};
${loader}
return {\n${methods.join(",\n")}\n};
})();`;
}

const loader = `var loaded = {};
function load(path) {
  if (loaded[path]) return loaded[path].exports;
  var module = loaded[path] = { exports: {} };
  modules[path](module, module.exports, function (name) {
    if (name.charAt(0) !== ".") return require(name);
    var parts = path.split("/").slice(0, -1);
    name.split("/").forEach(function (part) {
      if (part === "..") parts.pop();
      else if (part !== ".") parts.push(part);
    });
    return load(parts.join("/"));
  });
  return module.exports;
}`;

function jsonModule(path: string): [path: string, text: string] {
  return [path, `module.exports = ${readFileSync(path, "utf8")};`];
}

/** TypeScript files as CommonJS modules. Each alone: a program's checker takes half of the time of a test. */
function emitted(paths: readonly string[]): [path: string, text: string][] {
  return paths.filter((path) => path.endsWith(".ts")).map((path) => [path, emit(readFileSync(path, "utf8"))]);
}

const compilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  esModuleInterop: true,
  useDefineForClassFields: false,
  preserveConstEnums: true,
};

/** By their text: most cases have the same app.ts and the same trigger. */
const emittedTexts = new Map<string, string>();

function emit(text: string): string {
  const known = emittedTexts.get(text) ?? ts.transpileModule(text, { compilerOptions }).outputText;
  emittedTexts.set(text, known);
  return known;
}
