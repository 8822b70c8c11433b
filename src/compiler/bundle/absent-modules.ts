import type { Plugin } from "esbuild";
import { nameOfModule } from "../../model/required-modules.ts";
import { packageOf } from "../../source/package-of.ts";
import { requireMarker } from "./markers.ts";

/** The namespace of the modules that stand for absent ones. */
export const absent = "absent";

const resolving = {};

/**
 * Lets packages import absent modules: built-ins of Node.js and packages that are not installed. Such an import becomes
 * `require("fs")`, for a package that looks first whether it can have it, and is an error where it runs without that.
 */
export function absentModules(): Plugin {
  return {
    name: "absent modules",
    setup({ onResolve, onLoad, resolve }) {
      // Not the sources' own imports, which begin with a dot, nor what they import the helpers as.
      onResolve({ filter: /^[^./~]/ }, async ({ path, pluginData, importer, kind, resolveDir }) => {
        if (pluginData === resolving || packageOf(importer) === undefined) return undefined;
        const found = await resolve(path, { importer, kind, resolveDir, pluginData: resolving });
        // esbuild then finds it by itself: the result of a plugin does not say whether a package is `"type": "module"`.
        if (found.errors.length === 0) return undefined;
        return { path: nameOfModule(path), namespace: absent };
      });
      onLoad({ filter: /./, namespace: absent }, ({ path }) => ({
        contents: `module.exports = ${requireMarker}(${JSON.stringify(path)});`,
      }));
    },
  };
}
