// Writes docs/methods.md, the reference of all methods, and the README's table of differences: `npm run docs`.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { parseSync } from "oxc-parser";
import { readmeWithDifferences } from "./differences.mjs";
import { page } from "./page.mjs";
import { partOfFile } from "./part-of-file.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const examples = `${root}docs/examples`;

/** The text of docs/methods.md. */
export async function methodsPage() {
  const model = await loadModel();
  const { methods, hydrator, exportedName, nameInZap, layout } = model;
  const all = [...methods, hydrator("HYDRATOR")];
  const described = all.map((method) => ({
    ...method,
    path: layout.find(({ kind }) => kind === method.kind).path,
    exportedName: exportedName(method),
    nameInZap: nameInZap(method, "KEY"),
    example: exampleOf(method, model),
  }));
  return page(described, schemas());
}

/** The tables of src/model, which Node.js 20 cannot import as they are. */
async function loadModel() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from "./methods.ts"; export * from "./layout.ts";`,
      resolveDir: `${root}src/model`,
    },
    bundle: true,
    format: "esm",
    write: false,
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

/** The one file under docs/examples that implements a method. */
function exampleOf(method, { layout, exportedName }) {
  const row = layout.find(({ kind }) => kind === method.kind);
  const [folder, ending] = row.path.split("KEY");
  const found = readdirSync(examples).flatMap((integration) => {
    const directory = `${examples}/${integration}/`;
    const files = readdirSync(directory, { recursive: true }).map((file) => file.replaceAll("\\", "/"));
    return files
      .filter((file) => (ending ? file.startsWith(folder) && file.endsWith(ending) : file === folder))
      .filter((file) => {
        const names = exportsOf(`${directory}${file}`);
        return method.kind === "hydrator" ? names.length > 0 : names.includes(exportedName(method));
      })
      .map((file) => `${integration}/${file}`);
  });
  if (found.length !== 1) {
    throw new Error(
      `Failed to write the reference: ${method.name} has ${found.length} examples, and must have one. ${found}`,
    );
  }
  const file = `${examples}/${found[0]}`;
  const text = readFileSync(file, "utf8");
  const several = method.kind === "hook" || method.kind === "auth";
  return { path: `examples/${found[0]}`, text: several ? partOfFile(file, text, method.name) : text };
}

function exportsOf(file) {
  const { module } = parseSync(file, readFileSync(file, "utf8"));
  return module.staticExports.flatMap(({ entries }) => entries.map(({ exportName }) => exportName.name));
}

/** The schemas of the types, by their names, which `$ref` has here, too. */
function schemas() {
  const files = readdirSync(`${root}schema`).filter((file) => file.endsWith(".schema.json"));
  const texts = files.map((file) => readFileSync(`${root}schema/${file}`, "utf8"));
  const titles = new Map(texts.map((text) => JSON.parse(text)).map(({ $id, title }) => [$id, title]));
  const named = texts.map((text) =>
    JSON.parse(text, (key, value) => (key === "$ref" ? titles.get(value) : value)),
  );
  return new Map(named.map((schema) => [schema.title, schema]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(`${root}docs/methods.md`, await methodsPage());
  writeFileSync(`${root}README.md`, await readmeWithDifferences());
}
