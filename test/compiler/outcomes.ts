import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { Cache } from "../../src/compiler/cache.ts";
import { discover } from "../../src/compiler/discover.ts";
import type { Engine, Program } from "../conformance/engines.ts";

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

/** What each method of a script returns or throws on an engine. */
export function outcomes({ run }: Engine, { zap, globals = "" }: Pick<Program, "zap" | "globals">): unknown {
  return JSON.parse(run({ globals: `${replay}\n${globals}`, zap, calls: callAll }));
}

/** The sources as a script for Node.js 20: the types are taken away, and nothing is lowered. */
export async function sourceForNode(directory: string): Promise<string> {
  const { declarations } = await discover(directory, new Cache());
  const lines = declarations.flatMap(({ source, methods }) =>
    methods.map(({ local, name }) => `export { ${local} as ${name} } from "./${source.path}";`),
  );
  const { outputFiles } = await build({
    stdin: { contents: lines.join("\n"), resolveDir: directory },
    bundle: true,
    packages: "external",
    format: "iife",
    globalName: "Zap",
    target: "node20",
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]?.text as string;
}
