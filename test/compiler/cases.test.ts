import vm from "node:vm";
import { parse } from "acorn";
import { describe, expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { availableEngines, type Engine, thisNode } from "../conformance/engines.ts";
import { jshint } from "../jshint.ts";
import { caseNamed, caseNames } from "./case.ts";
import { outcomes, sourceForNode } from "./outcomes.ts";

// mujs can set no prototype, so statics are copied there; and it defines no value in the place of a getter.
const differOnMujs = ["statics-that-change-later", "a-getter-that-a-spread-replaces"];

test("there are at least 60 cases", () => {
  expect(caseNames.length).toBeGreaterThanOrEqual(60);
});

describe.each(caseNames)("%s", (name) => {
  const { directory, expected, platform } = caseNamed(name);
  const compiled = compile(directory);
  // Each test tells of it.
  compiled.catch(() => {});
  const outcome = sourceForNode(directory).then((zap) => outcomes(thisNode, { zap, globals: platform }));

  test("gives the expected file", async () => {
    const { script } = await compiled;
    await expect(script.code).toMatchFileSnapshot(expected("zap.js"));
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

  test(`does the expected in TypeScript, on ${thisNode.name}`, async () => {
    const text = JSON.stringify(await outcome, undefined, 2);
    await expect(`${text}\n`).toMatchFileSnapshot(expected("outcome.json"));
  });

  const differs = (engine: Engine) => engine.name.startsWith("mujs") && differOnMujs.includes(name);
  test.each(availableEngines.filter((engine) => !differs(engine)))(
    "does so as zap.js on $name",
    async (engine) => {
      const { script } = await compiled;
      expect(outcomes(engine, { zap: script.code, globals: platform })).toEqual(await outcome);
    },
  );
});
