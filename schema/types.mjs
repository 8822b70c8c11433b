// Writes src/model/definitions.ts, the TypeScript side of the schemas in this folder: `npm run generate`.
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { compileFromFile } from "json-schema-to-typescript";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** The text of src/model/definitions.ts as the schemas now give it. */
export function definitions() {
  return compileFromFile(`${folder}metadata.schema.json`, {
    cwd: folder,
    additionalProperties: false,
    bannerComment:
      "// Written by `npm run generate` from schema/*.schema.json: change the schemas, not this file.\n",
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(new URL("../src/model/definitions.ts", import.meta.url), await definitions());
}
