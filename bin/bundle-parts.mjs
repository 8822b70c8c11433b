// The JavaScript of oxc-parser, bundled with the rest: Node.js takes 8 ms to start with modules, which nothing else here is.
import { readFileSync } from "node:fs";

/**
 * An esbuild plugin. The bundle has `ownRequire`, by which oxc-parser finds its native part from where it is installed.
 *
 * @type {import("esbuild").Plugin}
 */
export const bundledOxc = {
  name: "oxc-parser",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]compiler[\\/]oxc\.ts$/ }, () => {
      return { contents: `let loaded; export const oxc = () => (loaded ??= require("oxc-parser"));` };
    });
    onLoad({ filter: /[\\/]oxc-parser[\\/]src-js[\\/].*\.js$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      return { contents: text.replaceAll("import.meta.url", `ownRequire.resolve("oxc-parser")`) };
    });
  },
};
