import { Ajv2020 } from "ajv/dist/2020.js";
/**
 * An ajv that knows the schemas in schema/.
 *
 * @param {string} root - the folder of this package
 * @param {import("ajv/dist/2020.js").CodeOptions} [code]
 */
export declare function schemasOf(root: string, code?: import("ajv/dist/2020.js").CodeOptions): Ajv2020;
/**
 * An esbuild plugin: puts into src/model/compiled-schemas.ts what a build asks for.
 *
 * @param {string} root - the folder of this package
 * @returns {import("esbuild").Plugin}
 */
export declare function compiledSchemas(root: string): import("esbuild").Plugin;
