// Rollup with Babel: `node run-rollup.mjs ENTRY FOLDER`.
import { babel } from "@rollup/plugin-babel";
import { rollup } from "rollup";

const [input, dir] = process.argv.slice(2);
const bundle = await rollup({
  input,
  plugins: [
    babel({
      babelHelpers: "bundled",
      babelrc: false,
      configFile: false,
      extensions: [".ts"],
      presets: [["@babel/preset-env", { forceAllTransforms: true }], "@babel/preset-typescript"],
    }),
  ],
});
await bundle.write({ dir, format: "iife", name: "Zap" });
