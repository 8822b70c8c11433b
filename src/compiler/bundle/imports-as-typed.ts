import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "esbuild";
import { packageOf } from "../../source/package-of.ts";

/**
 * Lets sources import CommonJS as the type-check reads it, wherever they stand: the default export is what the module calls
 * `default`, where it calls something so. Under a package.json with `"type": "module"` esbuild would import it as Node.js does,
 * which makes the whole module the default export. A module that a plugin resolves has no such type.
 */
export const importsAsTyped: Plugin = {
  name: "imports as typed",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ path, importer, resolveDir }) => {
      if (packageOf(importer) !== undefined) return undefined;
      const meant = join(resolveDir, path);
      // esbuild itself finds data, and reports missing files.
      const file = [meant, ...endings.map((it) => meant + it), meant.replace(/\.js$/, ".ts")].find(isScript);
      return file === undefined ? undefined : { path: realpathSync.native(file) };
    });
  },
};

const endings = [".ts", ".js", "/index.ts", "/index.js"];

function isScript(file: string): boolean {
  return /\.[jt]s$/.test(file) && existsSync(file);
}

/** Tells whether a directory stands under a package.json that says `"type": "module"`. */
export function isOfModules(directory: string): boolean {
  const file = join(directory, "package.json");
  if (!existsSync(file)) return dirname(directory) !== directory && isOfModules(dirname(directory));
  try {
    return JSON.parse(readFileSync(file, "utf8")).type === "module";
  } catch {
    return false;
  }
}
