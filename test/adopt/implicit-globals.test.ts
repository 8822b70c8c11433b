import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { adopt, build } from "../../bin/index.mjs";
import { beginFolder, below, folder, out, write, written } from "./folder.ts";

beforeEach(beginFolder);

describe("an implicit global", () => {
  const adopted = async (body: string) => {
    const source = write("s.js", `var Zap = { a1_post_poll: function (bundle) {\n${body}\n} };\n`);
    const report = await adopt({ source, out, fix: true });
    const text = readdirSync(out).includes("shared.js") ? written("shared.js") : below("triggers/a1.js");
    return { report, text };
  };

  test("is declared where it is set first", async () => {
    const { report, text } = await adopted("  for (i = 0; i < 3; i++) { item = i; use(item); }");
    expect(text).toContain("for (var i = 0; i < 3; i++) { var item = i; use(item); }");
    expect(report.diagnostics.map(({ code, line, hint }) => [code, line, hint])).toEqual([
      ["implicit-global", 2, "Repaired: declare it in its function: `var i`."],
      ["implicit-global", 2, "Repaired: declare it in its function: `var item`."],
    ]);
  });

  test("is declared at the top level where its value outlives a call", async () => {
    const { text } = await adopted(
      "  count = typeof count === 'undefined' ? 1 : count + 1;\n  return [{ id: count }];",
    );
    expect(text).toMatch(/^var count;$/m);
  });

  test("fails the build as long as it is not repaired", async () => {
    const source = write(
      "s.js",
      "var Zap = { a1_post_poll: function (bundle) {\n  data = [];\n  return data;\n} };\n",
    );
    await adopt({ source, out });
    const { diagnostics } = await build({ scripting: out, out: join(folder, "dist") });
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, message }) => [code, message])).toEqual([
      ["implicit-global", "Nothing declares `data`: to set it throws in strict mode, as zap.js is."],
    ]);
  });
});
