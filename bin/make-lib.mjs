// Makes lib/, which is published in place of src/: JavaScript, its types, and the files that are read as they stand. `npm pack` runs it.
import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./load.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The types that TypeScript does not write, and the helpers that are copied into a zap.js. */
const asTheyStand = [
  "compiler/lower/helpers.js",
  "model/globals",
  "model/globals.d.ts",
  "model/scripting.tsconfig.json",
  "simulator/authentication/oauth-sign.d.ts",
];

const lib = join(root, "lib");
rmSync(lib, { recursive: true, force: true });
await bundle(lib);
const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));
execFileSync(
  process.execPath,
  [join(typescript, "bin/tsc"), "--project", join(root, "tsconfig.types.json")],
  {
    stdio: "inherit",
  },
);
for (const path of asTheyStand) cpSync(join(root, "src", path), join(lib, path), { recursive: true });
