import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { simulate } from "zapc/simulator";
import { checkOneBuild, readMetadata } from "../../src/built/metadata-file.ts";
import { signed } from "../../src/built/signature.ts";
import { Failure } from "../../src/model/failure.ts";

const formats = "test/built/formats";
const present = JSON.parse(readFileSync("dist/metadata.json", "utf8"));

function fileWith(metadata: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), "zapc-metadata-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "metadata.json"), JSON.stringify(metadata));
  return join(folder, "metadata.json");
}

function failureOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
  throw new Error("It did not fail.");
}

const read = (file: string) => readMetadata({ file, what: "the metadata", hint: "Build it." });

describe("a metadata.json", () => {
  test("of the present format says its format, its generator and its script first", () => {
    expect(Object.keys(present).slice(0, 4)).toEqual(["format", "generator", "script", "app"]);
    expect(readFileSync("dist/zap.js", "utf8")).toContain(`file ${present.script}.`);
    expect(read("dist/metadata.json")).toEqual(present);
  });

  test.each(readdirSync(formats))("of an earlier format is read: %s", (name) => {
    const file = join(formats, name);
    const { actions = [], searches = [], hydrators = [], ...given } = JSON.parse(readFileSync(file, "utf8"));
    expect(read(file)).toEqual({ ...given, actions, searches, hydrators });
  });

  test("of a later format is refused", () => {
    const file = fileWith({ format: 2, generator: "zapc 9.0.0", steps: {} });
    expect(failureOf(() => read(file))).toBe(
      `Failed to read the metadata from ${file}: its format is 2, and this zapc reads formats up to 1. It was written by zapc 9.0.0.\n` +
        "→ Use the version of zapc that wrote it, or a later one.",
    );
  });

  test("that was edited is checked, with the path of each mistake and the allowed values", () => {
    const [trigger] = present.triggers;
    const file = fileWith({ ...present, script: "x", triggers: [{ ...trigger, type: "pushed", lable: 1 }] });
    expect(failureOf(() => read(file))).toBe(
      `Failed to read the metadata from ${file}: it is not as its schema says.\n` +
        '  /script: "script" of the metadata is "x", and must match ^[0-9a-f]{16}$. The hash in the header of the zap.js that the file belongs to.\n' +
        '  /triggers/0/type: "type" of /triggers/0 is "pushed", and must be "polling", "static_hook", "rest_hook" or "notification_hook".\n' +
        "→ Build it.",
    );
  });

  test("of the present format has all its lists", () => {
    const { actions: _, ...rest } = present;
    const file = fileWith(rest);
    expect(failureOf(() => read(file))).toBe(
      `Failed to read the metadata from ${file}: it is not as its schema says.\n` +
        '  : The metadata has no "actions". The actions, in the order of their keys.\n' +
        "→ Build it.",
    );
  });

  test.each([[[]], [null], ["text"], [7]])("that is no object is refused: %j", (value) => {
    const file = fileWith(value);
    expect(failureOf(() => read(file))).toBe(
      `Failed to read the metadata from ${file}: it is not as its schema says.\n  : The metadata is ${JSON.stringify(value)}, and must be an object.\n→ Build it.`,
    );
  });
});

describe("a script and metadata", () => {
  const header = (file: string) =>
    `// Example 1.0.0\n// Made from TypeScript by zapc 0.2.0; sources 0123456789abcdef, file ${file}.\n`;
  const { code, file: hash } = signed(`${header("0".repeat(16))}var Zap = {};\n`);
  const check = (text: string, script: string | undefined) =>
    checkOneBuild({
      script: { file: "dist/zap.js", text },
      metadata: { file: "dist/metadata.json", value: script === undefined ? {} : { script } },
    });

  test("of two builds are not used together", () => {
    expect(failureOf(() => check(code, "fedcba9876543210"))).toBe(
      `Failed to use dist/metadata.json with dist/zap.js: it belongs to the zap.js with the hash fedcba9876543210, and dist/zap.js has the hash ${hash}.\n` +
        '→ Build both again: `zapc build`. To use them together all the same, remove "script" from the metadata.',
    );
  });

  test("of two builds are not simulated", async () => {
    const metadata = fileWith({ ...present, script: "fedcba9876543210" });
    const auth_fields = { domain: "data.example.com", api_key: "k" };
    await expect(simulate({ script: "dist/zap.js", metadata, auth_fields })).rejects.toThrow(
      `Failed to use ${metadata} with dist/zap.js: it belongs to the zap.js with the hash fedcba9876543210, and dist/zap.js has the hash ${present.script}.`,
    );
  });

  test("are used together where one was edited by hand, or does not say of which build it is", () => {
    check(code, hash);
    check(code.replace("{}", "{ a: 1 }"), hash);
    check(code, undefined);
    check("var Zap = {};\n", "fedcba9876543210");
  });
});
