import { createRequire } from "node:module";
import { join } from "node:path";
import type typescript from "typescript-5";
import { requireCompiled } from "../../bin/require-compiled.mjs";
import { packageRoot } from "../package-root.ts";

const require = createRequire(import.meta.url);
const { version } = require("typescript-5/package.json");

/** TypeScript 5.9, which still lowers to ES5. */
export const ts: typeof typescript = requireCompiled(
  require.resolve("typescript-5"),
  join(packageRoot, ".cache", `typescript-${version}.compiled`),
);
