// JavaScript, as bin/compile-schemas.mjs runs it while zapc is bundled.
import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

/**
 * An ajv that knows the schemas in schema/.
 *
 * @param {string} root - the folder of this package
 * @param {import("ajv/dist/2020.js").CodeOptions} [code]
 */
export function schemasOf(root, code = {}) {
  // The tests validate the schemas themselves.
  const options = { allErrors: true, verbose: true, allowUnionTypes: true, validateSchema: false };
  const ajv = new Ajv2020({ ...options, code });
  for (const file of readdirSync(`${root}/schema`)) {
    if (file.endsWith(".schema.json")) {
      ajv.addSchema(JSON.parse(readFileSync(`${root}/schema/${file}`, "utf8")));
    }
  }
  return ajv;
}
