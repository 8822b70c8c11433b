// Writes the JSON Schemas of this folder, one a type of the model: `npm run generate`.
import { readdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createGenerator } from "ts-json-schema-generator";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The schemas of all exported types of the model's definitions, by their files' names. */
export function schemas() {
  const { definitions } = createGenerator({
    path: `${root}src/model/definitions.ts`,
    tsconfig: `${root}tsconfig.json`,
    jsDoc: "extended",
    sortProps: false,
    skipTypeCheck: true,
  }).createSchema("*");
  return new Map(
    Object.entries(definitions).map(([name, definition]) => [fileName(name), asFile(name, definition)]),
  );
}

/** `DescribedTrigger` -> `described-trigger.schema.json` */
function fileName(type) {
  return `${type.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase()}.schema.json`;
}

function asFile(name, definition) {
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: fileName(name),
    title: name,
    $comment: "Made of src/model by `npm run generate`.",
    ...definition,
  };
  const text = JSON.stringify(schema, null, 2);
  return `${text.replace(/"#\/definitions\/(\w+)"/g, (_, type) => `"${fileName(type)}"`)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL(".", import.meta.url));
  for (const file of await readdir(folder)) if (file.endsWith(".schema.json")) await rm(`${folder}${file}`);
  for (const [file, text] of schemas()) await writeFile(`${folder}${file}`, text);
}
