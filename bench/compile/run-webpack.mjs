// webpack with swc-loader: `node run-webpack.mjs ENTRY FOLDER`.
import webpack from "webpack";

const [entry, path] = process.argv.slice(2);
const options = {
  entry,
  mode: "none",
  target: ["web", "es5"],
  output: { path, filename: "main.js", library: { type: "var", name: "Zap" } },
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: "swc-loader",
        options: { jsc: { parser: { syntax: "typescript" }, target: "es5" } },
      },
    ],
  },
};

webpack(options, (error, stats) => {
  if (!error && !stats.hasErrors()) return;
  console.error(error ?? stats.toString());
  process.exitCode = 1;
});
