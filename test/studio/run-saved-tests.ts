import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** Runs the tests of a folder with vitest, as in a project that has zapc and vitest installed. Throws where one fails. */
export function runSavedTests(folder: string): string {
  const vitest = dirname(createRequire(import.meta.url).resolve("vitest/package.json"));
  if (!existsSync(join(folder, "node_modules"))) {
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(repository, join(folder, "node_modules/zapc"));
    symlinkSync(vitest, join(folder, "node_modules/vitest"));
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  }
  const { VITEST: _, VITEST_MODE: __, ...env } = process.env;
  return execFileSync(process.execPath, [join(vitest, "vitest.mjs"), "run", "--root", folder], {
    ...{ cwd: folder, encoding: "utf8", stdio: "pipe", env: { ...env, NO_COLOR: "1" } },
  });
}
