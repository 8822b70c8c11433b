/*
 * Names that stand in the text for esbuild in place of what esbuild would take for something else. None of them is in zap.js.
 */

/** Stands in a module for its metadata. esbuild drops it, unless a method uses the metadata. */
export const metadataMarker = "ZAPC_METADATA";

/** Stands for the `require` of the platform: esbuild would look for the module. */
export const requireMarker = "ZAPC_REQUIRE";

/** Stands for `arguments` in the keys of a class: esbuild takes them for those of a field. */
export const argumentsMarker = "ZAPC_ARGUMENTS";
