import { readFileSync } from "node:fs";
import vm from "node:vm";
import { parse } from "acorn";
import lodash from "lodash";
import { expect, test } from "vitest";
import { runtimeGlobals } from "../../src/model/runtime-globals.ts";
import { jshint } from "../jshint.ts";
import { hasEs5Engine, runOnEs5Engine } from "./es5-engine.ts";

const code = readFileSync("dist/zap.js", "utf8");
const methods = [
  "get_session_info",
  "get_connection_label",
  "new_dataset_pre_poll",
  "new_dataset_post_poll",
  "new_record_poll",
];

test("parses as strict ES5, with Zap alone at the top", () => {
  const { body } = parse(code, { ecmaVersion: 5 });
  expect(body).toMatchObject([
    { type: "ExpressionStatement", directive: "use strict" },
    { type: "VariableDeclaration", declarations: [{ id: { name: "Zap" } }] },
  ]);
});

test("has no line that the editor's JSHint marks", () => {
  expect(jshint(code)).toEqual([]);
});

test("loads as the runner loads it", () => {
  const load = new Function(...runtimeGlobals, `${code}\nreturn Zap;`);
  expect(Object.keys(load())).toEqual(methods);
});

test("loads where the platform derives request templates", () => {
  const sandbox = { Zap: {}, _: lodash, z: { JSON }, $: {} };
  vm.runInNewContext(code, sandbox);
  expect(Object.keys(sandbox.Zap)).toEqual(methods);
  expect(Object.keys(sandbox)).toEqual(["Zap", "_", "z", "$"]);
});

test.runIf(hasEs5Engine)("loads on an engine that has ES5 and nothing more", () => {
  expect(runOnEs5Engine(`${code}\nprint(Object.keys(Zap).sort().join());`)).toBe([...methods].sort().join());
});

test.runIf(hasEs5Engine)("runs a method there", () => {
  const bundle = { request: { params: {} }, meta: {}, trigger_fields: { theme: "Culture", search: 'a "b"' } };
  const printed = runOnEs5Engine(
    `${code}\nprint(JSON.stringify(Zap.new_dataset_pre_poll(${JSON.stringify(bundle)})));`,
  );
  expect(JSON.parse(printed)).toEqual({
    params: {
      limit: 100,
      order_by: "metadata_processed desc",
      where: '"a \\"b\\""',
      refine: ["theme:Culture"],
    },
  });
});
