// Writes the JSON Schemas of this folder, one a type of the model: `npm run generate`.
import { readdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createGenerator } from "ts-json-schema-generator";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * The schemas of all exported types of the model's definitions, bundles and results, by their files' names. A type
 * whose name ends in `Base` is there for others to extend: what it says stands in their schemas.
 */
export function schemas() {
  const { definitions } = createGenerator({
    path: `${root}src/model/{definitions,bundles}/*.ts`,
    tsconfig: `${root}tsconfig.json`,
    jsDoc: "extended",
    sortProps: false,
    skipTypeCheck: true,
    discriminatorType: "json-schema",
  }).createSchema("*");
  const described = Object.entries(definitions).filter(([name]) => !name.endsWith("Base"));
  return new Map(described.map(([name, definition]) => [fileName(name), asFile(name, definition)]));
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
  const text = JSON.stringify(schema, asWeWantIt, 2);
  return `${text.replace(/"#\/definitions\/(\w+)"/g, (_, type) => `"${fileName(type)}"`)}\n`;
}

/** The changes to the output of the generator: each with a property's name or any, the values, and their replacement. */
const changes = [
  {
    why: "In the current draft the items of a tuple are `prefixItems`.",
    when: (_, { items }) => Array.isArray(items),
    change: ({ items, ...rest }) => ({ ...rest, prefixItems: items }),
  },
  {
    why: "JSON holds no undefined, for which the generator writes `not: {}`.",
    when: (_, { anyOf }) => Array.isArray(anyOf) && anyOf.some(isNothing),
    change: (schema) => ({ ...schema, anyOf: schema.anyOf.filter((alternative) => !isNothing(alternative)) }),
  },
  {
    why: "An alternative is chosen by the type that is there: without one, every `if` would hold.",
    when: (key) => key === "if",
    change: (schema) => ({ type: "object", ...schema, required: Object.keys(schema.properties) }),
  },
  {
    why: "The generator says nothing of what tells alternatives apart.",
    when: (key, schema) => key === "type" && Array.isArray(schema.enum) && schema.type === undefined,
    change: (schema) => ({
      ...schema,
      description: `Which of the alternatives it is: ${schema.enum.join(", ")}.`,
    }),
  },
];

function isNothing({ not }) {
  return not !== undefined && Object.keys(not).length === 0;
}

function asWeWantIt(key, value) {
  if (typeof value !== "object" || value === null) return value;
  return changes.reduce((schema, { when, change }) => (when(key, schema) ? change(schema) : schema), value);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL(".", import.meta.url));
  for (const file of await readdir(folder)) if (file.endsWith(".schema.json")) await rm(`${folder}${file}`);
  for (const [file, text] of schemas()) await writeFile(`${folder}${file}`, text);
}
