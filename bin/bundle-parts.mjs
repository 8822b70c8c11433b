// The JavaScript of packages that have a program or a native part of their own, bundled with the rest: it is compiled with
// the rest, and Node.js takes 8 ms to start with modules, which nothing else here is.
import { readFileSync } from "node:fs";

/**
 * An esbuild plugin. The bundle has `ownRequire`, by which each package finds its other part from where it is installed.
 *
 * @type {import("esbuild").Plugin}
 */
export const bundledParts = {
  name: "packages with another part",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]source[\\/]oxc\.ts$/ }, () => {
      return { contents: `let loaded; export const oxc = () => (loaded ??= require("oxc-parser"));` };
    });
    onLoad({ filter: /[\\/]oxc-parser[\\/]src-js[\\/].*\.js$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      return { contents: text.replaceAll("import.meta.url", `ownRequire.resolve("oxc-parser")`) };
    });
    onLoad({ filter: /[\\/]esbuild[\\/]lib[\\/]main\.js$/ }, ({ path }) => {
      // As Node.js itself calls it.
      const parameters = "exports, require, module, __filename, __dirname";
      const given = `module.exports, ownModule.createRequire(file), module, file, ownPath.dirname(file)`;
      const text = readFileSync(path, "utf8");
      return {
        contents: `const file = ownRequire.resolve("esbuild"); (function (${parameters}) {${text}\n})(${given});`,
      };
    });
  },
};
