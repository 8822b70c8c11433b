// The check of metadata, compiled while zapc is bundled: in a build that takes ajv as long as it takes to lower all sources.
import standalone from "ajv/dist/standalone/index.js";
import { schemasOf } from "../src/model/schemas.mjs";

/**
 * An esbuild plugin: puts into src/model/compiled-schemas.ts what every build asks for.
 *
 * @param {string} root - the folder of this package
 * @returns {import("esbuild").Plugin}
 */
export function compiledSchemas(root) {
  return {
    name: "compiled schemas",
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]compiled-schemas\.ts$/ }, () => {
        const ajv = schemasOf(root, { source: true, esm: true });
        const checks = standalone.default(ajv, { metadata: "metadata.schema.json" });
        return {
          contents: `${checks}\nexport const compiled = { metadata };`,
          loader: "js",
          resolveDir: root,
        };
      });
    },
  };
}
