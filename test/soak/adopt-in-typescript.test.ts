import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { adopt, build } from "../../bin/index.mjs";
import { behaviourOf } from "../adopt/behaviour.ts";

const gallery = join(import.meta.dirname, "../adopt/gallery");

describe("a script that is adopted as TypeScript does the same once it is built", () => {
  test.each(readdirSync(gallery))("%s", { timeout: 60_000 }, async (file) => {
    const source = join(gallery, file);
    const directory = mkdtempSync(join(tmpdir(), "zapc-adopt-"));
    const [scripting, out] = [join(directory, "scripting"), join(directory, "dist")];
    await adopt({ source, out: scripting, fix: true, typescript: true });
    const report = await build({ scripting, out });
    expect(report.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const { leaked: _, ...built } = behaviourOf(readFileSync(join(out, "zap.js"), "utf8"));
    const { leaked: __, ...original } = behaviourOf(readFileSync(source, "utf8"));
    expect(built).toEqual(original);
  });
});
