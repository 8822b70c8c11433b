/*
 * These names stand in the text for esbuild in place of expressions that esbuild would change. None of them is in zap.js.
 */

/** The metadata of a module becomes this. esbuild drops it, unless a method uses the metadata. */
export const metadataMarker = "ZAPC_METADATA";

/** The platform's `require` becomes this: esbuild would look for the module. */
export const requireMarker = "ZAPC_REQUIRE";

/** `arguments` in the key of a class becomes this: esbuild takes it for that of a field. */
export const argumentsMarker = "ZAPC_ARGUMENTS";
