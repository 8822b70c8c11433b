import { createRequire } from "node:module";
import { buildSync } from "esbuild";

/** The value of a call on Node.js, as JSON. */
export function onNode({ imports, call, folder }) {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `${imports}\nexport const value = JSON.stringify(${call});`,
      resolveDir: folder,
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    logLevel: "silent",
  });
  const module = { exports: {} };
  new Function("module", "exports", "require", outputFiles[0].text)(
    module,
    module.exports,
    createRequire(`${folder}/`),
  );
  return module.exports.value;
}
