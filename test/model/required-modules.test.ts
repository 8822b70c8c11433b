import { expect, test } from "vitest";
import { isModuleOfNode, isRequired } from "../../src/model/required-modules.ts";

test.each([
  ["url", true, true],
  ["fs", false, true],
  ["fs/promises", false, true],
  ["node:events", false, true],
  ["node:sqlite", false, false],
  ["dayjs", false, false],
])("require(%j) is there by default: %s, with the engine node: %s", (name, byDefault, onNode) => {
  expect([isRequired(name, "es5"), isRequired(name, "node")]).toEqual([byDefault, onNode]);
});

test("a module that only newer versions have is one of Node.js", () => {
  expect(["node:sqlite", "events", "dayjs"].map(isModuleOfNode)).toEqual([true, true, false]);
});
