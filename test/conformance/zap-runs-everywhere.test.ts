import { readFileSync } from "node:fs";
import { parse } from "acorn";
import { beforeAll, describe, expect, test } from "vitest";
import { jshint } from "../jshint.ts";
import { type Engine, enginesHere, thisNode } from "./engines.ts";
import { describeOn, otherEngines } from "./other-engines.ts";
import { recordedCalls } from "./recorded/record.ts";

const zap = readFileSync("dist/zap.js", "utf8");
// zap-agrees-with-runner.test.ts tests that the simulator still gives these calls.
const calls = recordedCalls();
const globals = ["recorded/replay.js", "recorded/clock.js"]
  .map((file) => readFileSync(new URL(file, import.meta.url), "utf8"))
  .join("\n");
const listMethods = "print(JSON.stringify(Object.keys(Zap).sort()));";
const methods: readonly string[] = JSON.parse(thisNode.run({ zap, calls: listMethods }));

test("parses as strict ES5, with Zap alone at the top", () => {
  const { body } = parse(zap, { ecmaVersion: 5 });
  expect(body).toMatchObject([
    { type: "ExpressionStatement", directive: "use strict" },
    { type: "VariableDeclaration", declarations: [{ id: { name: "Zap" } }] },
  ]);
});

test("has no line that the editor's JSHint marks", () => {
  expect(jshint(zap)).toEqual([]);
});

test.each(methods)("%s is recorded", (method) => {
  const found = calls.some((call) => call.method === method);
  const hint =
    "Add a run that calls it to test/conformance/recorded/runs.ts, and run `npx vitest run --mode all test/conformance/zap-agrees -u`.";
  expect(found, `There is no recorded call of ${method}. ${hint}`).toBe(true);
});

const replayed = `print(JSON.stringify(${JSON.stringify(calls)}.map(function (call) { return replay(Zap, call); })));`;

describe.each(enginesHere)("on $name", runsAlike);
describeOn(otherEngines, runsAlike);

function runsAlike({ run }: Engine): void {
  let outcomes: unknown[];
  beforeAll(() => {
    outcomes = JSON.parse(run({ globals, zap, calls: replayed }));
  });

  test("has the same methods", () => {
    expect(JSON.parse(run({ zap, calls: listMethods }))).toEqual(methods);
  });

  test.each(calls.map((call, index) => ({ ...call, index })))("$method as in $run", ({ index, outcome }) => {
    expect(withoutTexts(outcomes[index])).toEqual(withoutTexts(outcome));
  });
}

/** Engines list the keys of an object in different orders, and so of what is text of JSON. */
function withoutTexts(outcome: unknown): unknown {
  return JSON.parse(JSON.stringify(outcome), (_, value) =>
    typeof value === "string" && value.startsWith("{") ? JSON.parse(value) : value,
  );
}
