import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

let loaded: typeof import("oxc-parser") | undefined;

/** The parser of TypeScript. Loaded when the first file is parsed: a build that remembers all of its files needs none. */
export function oxc(): typeof import("oxc-parser") {
  // It is asked for at each node of a file, and `require` looks for it each time.
  loaded ??= require("oxc-parser");
  return loaded as typeof import("oxc-parser");
}
