import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { signed } from "../../../src/built/signature.ts";
import { readVersion } from "../../../src/metadata/diff/sides.ts";
import { deskly } from "../../audit/deskly.ts";

const header =
  "// Deskly 1.0.0\n// Made from TypeScript by zapc 0.2.0; sources 0123456789abcdef, file 0000000000000000.\n";

/** A folder with two builds, `dist` and `other`, and files that are none. */
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "zapc-sides-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  for (const name of ["dist", "other", "empty"]) mkdirSync(join(made, name));
  for (const name of ["dist", "other"]) {
    const { code, file } = signed(`${header}var Zap = { ${name}: 1 };\n`);
    writeFileSync(join(made, name, "zap.js"), code);
    writeFileSync(join(made, name, "metadata.json"), JSON.stringify({ format: 1, script: file, ...deskly }));
  }
  writeFileSync(join(made, "empty.json"), "");
  writeFileSync(join(made, "later.json"), '{ "format": 2, "generator": "zapc 9.0.0" }');
  writeFileSync(join(made, "foreign.json"), '{ "name": "x" }');
  cpSync(join(made, "dist"), join(made, "mixed"), { recursive: true });
  cpSync(join(made, "other/zap.js"), join(made, "mixed/zap.js"));
  return made;
}

test("a version is a directory, or its metadata.json, with the script beside it; or other metadata alone", async () => {
  const here = folder();
  const version = await readVersion(join(here, "dist"), "dist");
  expect(version).toMatchObject({ name: join(here, "dist"), metadata: { app: deskly.app } });
  expect(version.script).toContain("dist: 1");
  expect((await readVersion(join(here, "dist/metadata.json"), "dist")).script).toBe(version.script);
  cpSync(join(here, "dist/metadata.json"), join(here, "dist/old.json"));
  expect((await readVersion(join(here, "dist/old.json"), "dist")).script).toBeUndefined();
});

test.each([
  ["nothing", "Failed to compare HERE/nothing: it is neither a file, a directory nor a revision of Git."],
  ["dist/zap.js", "Failed to compare HERE/dist/zap.js: it is not a JSON file."],
  ["empty", "Failed to read the metadata from HERE/empty/metadata.json: there is no such file or directory."],
  ["empty.json", "Failed to read the metadata from HERE/empty.json: it is empty."],
  [
    "later.json",
    "Failed to read the metadata from HERE/later.json: its format is 2, and this zapc reads formats up to 1. It was written by zapc 9.0.0.",
  ],
  ["foreign.json", "Failed to read the metadata from HERE/foreign.json: it is not as its schema says."],
  [
    "mixed",
    "Failed to use HERE/mixed/metadata.json with HERE/mixed/zap.js: it belongs to the zap.js with the hash ",
  ],
])("%s is no version", async (name, says) => {
  const here = folder();
  const error = await readVersion(join(here, name), "dist").catch(({ message }: Error) => message);
  expect(String(error).replaceAll(here, "HERE")).toContain(says);
});
