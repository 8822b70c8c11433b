import type { ValidateFunction } from "ajv/dist/2020.js";

/**
 * The checks that ajv has compiled already, by the names of the schemas: here none, and in what the zapc command is bundled to
 * (bin/load.mjs) the check that every build makes.
 */
export const compiled: { readonly [schema: string]: ValidateFunction } = {};
