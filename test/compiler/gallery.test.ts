import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { buildRules } from "../../src/metadata/rules/index.ts";
import type { Diagnostic, Invalid } from "../../src/model/diagnostic.ts";
import { notMethods } from "../../src/model/methods/not-methods.ts";
import { copyOf } from "./integration.ts";

/*
 * Wrong sources, each a directory with `expected.txt`: every finding of the build, and nothing else. To add one, write the
 * sources (app.ts is there by itself) and run `npx vitest run test/compiler/gallery -u`; then read what was written.
 */
const gallery = fileURLToPath(new URL("../gallery", import.meta.url));
const names = readdirSync(gallery);

/** `triggers/thing.ts:9:3 error TS2339`, the message and the hint, each on a line. */
function asText(
  directory: string,
  { file, line, column, severity, code, message, hint }: Diagnostic,
): string {
  const place = [relative(directory, file) || ".", line, column]
    .filter((part) => part !== undefined)
    .join(":");
  return [
    `${place} ${severity} ${code}`,
    `  ${message.replaceAll("\n", "\n  ")}`,
    ...(hint ? [`  → ${hint}`] : []),
  ].join("\n");
}

// A new source has none yet.
const files = names.map((name) => join(gallery, name, "expected.txt")).filter((file) => existsSync(file));
const expected = files.map((file) => readFileSync(file, "utf8")).join("\n");

// What no source can bring about, as far as anybody knows: their messages ask for a report. For `too-deep` there is depth.test.ts.
const defectsOfZapc = ["defect", "too-deep", "not-es5", "not-one-global", "lost-method"];

// What is found in zap.js once it is built, not in the sources: test/cli/size.test.ts has it.
const foundInZapJs = ["size"];

test("the gallery has at least 40 wrong sources", () => {
  expect(names.length).toBeGreaterThanOrEqual(40);
});

test("the gallery has every code of the tool", () => {
  const shown = [...expected.matchAll(/^\S+ (?:error|warning) ((?!TS\d)[a-zA-Z][\w-]+)$/gm)].map(
    ([, code]) => code,
  );
  const sources = ["source", "compiler", "metadata"].flatMap((folder) => {
    const directory = fileURLToPath(new URL(`../../src/${folder}`, import.meta.url));
    const files = readdirSync(directory, { recursive: true, encoding: "utf8" });
    return files
      .filter((it) => it.endsWith(".ts"))
      .map((file) => readFileSync(join(directory, file), "utf8"));
  });
  const codes = [
    ...sources.flatMap((text) => [...text.matchAll(/\bcode: "([\w-]+)"/g)].map(([, code]) => code)),
    ...Object.values(buildRules)
      .flat()
      .map(({ id }) => id),
  ];
  expect([...new Set([...shown, ...defectsOfZapc, ...foundInZapJs])].sort()).toEqual(
    [...new Set(codes)].sort(),
  );
});

test("the gallery has every name that the documentation misspells", () => {
  expect(Object.keys(notMethods).filter((name) => !expected.includes(`\`${name}\` is not a name`))).toEqual(
    [],
  );
});

describe.each(names)("%s", (name) => {
  test("has all the findings expected, and no other", async () => {
    const directory = copyOf(join(gallery, name));
    const diagnostics = await compile(directory).then(
      ({ warnings }) => warnings,
      (error: Invalid) => error.diagnostics,
    );
    expect(diagnostics.length).toBeGreaterThan(0);
    const text = diagnostics.map((diagnostic) => asText(directory, diagnostic)).join("\n\n");
    await expect(`${text}\n`).toMatchFileSnapshot(join(gallery, name, "expected.txt"));
  });
});
