import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../src/compiler/compile.ts";
import { outputFiles } from "../src/compiler/write.ts";
import { reviewFiles } from "../src/review/review-files.ts";
import { Cache } from "../src/source/cache.ts";

test("dist/ is what the sources give: `npm run build` would change nothing", async () => {
  const cache = new Cache();
  const compiled = await compile(`${process.cwd()}/scripting`, cache);
  for (const [name, text] of [...outputFiles(compiled), ...(await reviewFiles(compiled, cache))]) {
    expect(readFileSync(`dist/${name}`, "utf8") === text, name).toBe(true);
  }
});

// All of it is loaded for every call of a method.
test("dist/zap.js has at most 120 KB", () => {
  expect(readFileSync("dist/zap.js").length).toBeLessThanOrEqual(120_000);
});
