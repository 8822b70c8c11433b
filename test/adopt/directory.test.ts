import { existsSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { adopt } from "../../bin/index.mjs";
import { Journal, newId, unfinishedOf } from "../../src/output/journal.ts";
import { beginFolder, below, out, write, written } from "./folder.ts";

beforeEach(beginFolder);

describe("a directory", () => {
  const script = "var Zap = { a1_post_poll: function (bundle) { x = 1; return []; } };\n";

  test("is as it was after a second run", async () => {
    const source = write("s.js", script);
    const first = await adopt({ source, out });
    expect(first.written).toBe(first.files.length);
    expect((await adopt({ source, out })).written).toBe(0);
  });

  test("of a run without repairs is replaced by one with them", async () => {
    const source = write("s.js", script);
    await adopt({ source, out });
    expect((await adopt({ source, out, fix: true })).written).toBeGreaterThan(0);
    expect(below("triggers/a1.js")).toContain("var x = 1;");
  });

  test("of a run that was killed while its files took their places is completed by the next", async () => {
    const source = write("s.js", script);
    const { files } = await adopt({ source, out });
    const id = newId();
    for (const file of files.slice(1)) renameSync(file, unfinishedOf(file, id));
    const entries = files.map((file) => ({ name: relative(out, file), replaces: false }));
    new Journal(out, id, entries).write();
    expect((await adopt({ source, out })).written).toBe(0);
    const there = readdirSync(out, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
    expect(there.map(({ name }) => name).sort()).toEqual(files.map((file) => basename(file)).sort());
  });

  test("that was edited is left alone", async () => {
    const source = write("s.js", script);
    await adopt({ source, out });
    writeFileSync(join(out, "app.ts"), "edited");
    await expect(adopt({ source, out, fix: true })).rejects.toThrow(
      `Failed to adopt into ${out}: it holds files already, of which app.ts, triggers/a1.js would be changed.`,
    );
    expect(written("app.ts")).toBe("edited");
  });

  test("is not made of a script with a syntax error, whose line is told", async () => {
    const source = write("s.js", "var Zap = {\n  a1_poll: function () { return [; }\n};\n");
    const { ok, diagnostics } = await adopt({ source, out });
    expect(ok).toBe(false);
    expect(diagnostics).toEqual([
      {
        code: "syntax-error",
        severity: "error",
        message: "Unexpected token.",
        file: source,
        line: 2,
        column: 34,
      },
    ]);
    expect(existsSync(out)).toBe(false);
  });
});
