import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** The parser of TypeScript. Loaded when the first file is parsed: a build that remembers all of its files needs none. */
export function oxc(): typeof import("oxc-parser") {
  return require("oxc-parser");
}
