import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, extname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import vm from "node:vm";
import { beforeAll, expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { project, trigger } from "./integration.ts";

/*
 * Packages with what sources cannot have, or TypeScript refuses, each a file whose `feature` gives a value: zap.js has to give
 * what Node.js does. On an engine with iterators, packages may iterate what they like.
 */
const directory = fileURLToPath(new URL("programs/packages/cases/", import.meta.url));
const files = readdirSync(directory);
const nameOf = (file: string) => basename(file, extname(file));

function packageOf(file: string): [path: string, text: string][] {
  const folder = `node_modules/${nameOf(file)}`;
  const entry = `index${extname(file)}`;
  return [
    [`${folder}/package.json`, JSON.stringify({ name: nameOf(file), main: entry, types: "index.d.ts" })],
    [`${folder}/index.d.ts`, "export declare function feature(given: unknown): string;\n"],
    [`${folder}/${entry}`, readFileSync(directory + file, "utf8")],
  ];
}

/** What the packages are given, as ES5 has none of it. */
const afterEs5 = { Symbol, Map, Set };

let values: readonly unknown[];

beforeAll(async () => {
  const imports = files.map((file, index) => `import { feature as f${index} } from "${nameOf(file)}";`);
  const source = `${trigger}
${imports.join("\n")}
export function poll(bundle: Poll<typeof trigger>): Results {
  return [{ id: 1, values: [${files.map((_, index) => `f${index}(bundle)`).join(", ")}] }];
}
`;
  const sources = { "scripting/triggers/thing.ts": source, ...Object.fromEntries(files.flatMap(packageOf)) };
  const { script } = await compile(project("packages", sources));
  values = vm.runInNewContext(`${script.code}; Zap`).thing_poll(afterEs5)[0].values;
});

test.each(files)("%s gives what it gives on Node.js", async (file) => {
  // Vitest would make a strict module of CommonJS.
  const { feature } = file.endsWith(".cjs")
    ? createRequire(import.meta.url)(directory + file)
    : await import(pathToFileURL(directory + file).href);
  expect(JSON.stringify(values[files.indexOf(file)])).toBe(JSON.stringify(feature(afterEs5)));
});
