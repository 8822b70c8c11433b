import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../src/compiler/compile.ts";
import { outputFiles } from "../src/compiler/write.ts";

test("dist/ is what the sources give: `npm run build` would change nothing", async () => {
  for (const [name, text] of outputFiles(await compile(`${process.cwd()}/scripting`))) {
    expect(readFileSync(`dist/${name}`, "utf8") === text, name).toBe(true);
  }
});
