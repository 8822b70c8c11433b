import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generate } from "../../bench/generate.mjs";
import { compile } from "../../src/compiler/compile.ts";
import { integration } from "../compiler/integration.ts";
import { jshint } from "../jshint.ts";

const filesIn = (directory: string) =>
  Object.fromEntries(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [
        join(parentPath, name).slice(directory.length),
        readFileSync(join(parentPath, name), "utf8"),
      ]),
  );

test("a generated integration compiles with no findings to a file that JSHint finds nothing in", async () => {
  const directory = integration({});
  const { methods } = generate(5, directory);
  const { script, warnings } = await compile(join(directory, "scripting"));
  expect(warnings).toEqual([]);
  expect(script.methods).toHaveLength(methods);
  expect(jshint(script.code)).toEqual([]);
});

test("the same number gives the same files", () => {
  const [one, other] = [integration({}), integration({})];
  generate(5, one);
  generate(5, other);
  expect(filesIn(other)).toEqual(filesIn(one));
});

test("a larger integration begins with the triggers of a smaller one", () => {
  const [small, large] = [integration({}), integration({})];
  generate(5, small);
  generate(50, large);
  const { "/plain/main.ts": _, ...files } = filesIn(small);
  expect(filesIn(large)).toMatchObject(files);
});
