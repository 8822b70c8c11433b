import vm from "node:vm";
import { parse } from "acorn";
import { beforeAll, describe, expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import type { Es5Script } from "../../src/compiler/wrap.ts";
import { enginesHere, thisNode } from "../conformance/engines.ts";
import { jshint } from "../jshint.ts";
import { caseNamed, caseNames, withoutItsSignature } from "./case.ts";
import { outcomes, sourceForNode } from "./outcomes.ts";

test("there are at least 60 cases", () => {
  expect(caseNames.length).toBeGreaterThanOrEqual(60);
});

describe.each(caseNames)("%s", (name) => {
  const { directory, expected, platform } = caseNamed(name);
  let script: Es5Script;
  let outcome: unknown;

  beforeAll(async () => {
    const sources = directory();
    const [compiled, zap] = await Promise.all([compile(sources), sourceForNode(sources)]);
    script = compiled.script;
    outcome = outcomes(thisNode, { zap, globals: platform });
  });

  test("gives the expected file", async () => {
    await expect(withoutItsSignature(script.code)).toMatchFileSnapshot(expected("zap.js"));
  });

  test("is strict ES5 with one global, Zap", () => {
    const { body } = parse(script.code, { ecmaVersion: 5 });
    expect(body[0]).toMatchObject({ directive: "use strict" });
    expect(body[1]).toMatchObject({ type: "VariableDeclaration", declarations: [{ id: { name: "Zap" } }] });
    expect(body).toHaveLength(2);
  });

  test("has no line that the editor's JSHint marks", () => {
    expect(jshint(script.code)).toEqual([]);
  });

  test("lists its methods as plain functions", () => {
    const zap = vm.runInNewContext(`${script.code}; Zap`);
    expect(Object.keys(zap)).toEqual(script.methods);
    for (const method of script.methods) expect(typeof zap[method]).toBe("function");
  });

  test(`does the expected in TypeScript, on ${thisNode.name}`, async () => {
    await expect(`${JSON.stringify(outcome, undefined, 2)}\n`).toMatchFileSnapshot(expected("outcome.json"));
  });

  // On other engines: test/conformance/cases-run-everywhere.test.ts.
  test.each(enginesHere)("does so as zap.js on $name", (engine) => {
    expect(outcomes(engine, { zap: script.code, globals: platform })).toEqual(outcome);
  });
});
