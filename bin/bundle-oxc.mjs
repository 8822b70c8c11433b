// The JavaScript of oxc-parser, bundled with the rest: it is an ES module, which Node.js before 20.19 cannot require.
import { readFileSync } from "node:fs";

/**
 * An esbuild plugin. The bundle has `ownRequire`, by which oxc-parser finds its native part from where it is installed.
 *
 * @type {import("esbuild").Plugin}
 */
export const bundledOxc = {
  name: "oxc-parser with its native part",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]source[\\/]oxc\.ts$/ }, () => {
      return { contents: `let loaded; export const oxc = () => (loaded ??= require("oxc-parser"));` };
    });
    onLoad({ filter: /[\\/]oxc-parser[\\/]src-js[\\/].*\.js$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      return { contents: text.replaceAll("import.meta.url", `ownRequire.resolve("oxc-parser")`) };
    });
  },
};
