import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { parse } from "acorn";
import { describe, expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { jshint } from "../jshint.ts";
import { copyOf } from "./integration.ts";

const cases = fileURLToPath(new URL("cases", import.meta.url));

describe.each(readdirSync(cases))("%s", (name) => {
  const directory = copyOf(join(cases, name));
  rmSync(join(directory, "zap.js"), { force: true });
  const compiled = compile(directory);

  test("gives the expected file", async () => {
    const { script } = await compiled;
    await expect(script.code).toMatchFileSnapshot(join(cases, name, "zap.js"));
  });

  test("is strict ES5 with one global, Zap", async () => {
    const { script } = await compiled;
    const { body } = parse(script.code, { ecmaVersion: 5 });
    expect(body[0]).toMatchObject({ directive: "use strict" });
    expect(body[1]).toMatchObject({ type: "VariableDeclaration", declarations: [{ id: { name: "Zap" } }] });
    expect(body).toHaveLength(2);
  });

  test("has no line that the editor's JSHint marks", async () => {
    const { script } = await compiled;
    expect(jshint(script.code)).toEqual([]);
  });

  test("lists its methods as plain functions", async () => {
    const { script } = await compiled;
    const zap = vm.runInNewContext(`${script.code}; Zap`);
    expect(Object.keys(zap)).toEqual(script.methods);
    for (const method of script.methods) expect(typeof zap[method]).toBe("function");
  });

  test("is the same, byte for byte, from another directory", async () => {
    expect((await compile(copyOf(directory))).script).toEqual((await compiled).script);
  });
});
