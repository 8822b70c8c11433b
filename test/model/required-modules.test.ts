import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { expect, test } from "vitest";
import {
  isModuleOfNode,
  isOfRunner,
  isRequired,
  packagesOfRunnerPackages,
  runnerPackages,
} from "../../src/model/required-modules.ts";

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

test.each([
  ["lodash", true],
  ["lodash/fp/get", true],
  ["@xmldom/xmldom/lib/dom", true],
  ["lodash.get", false],
  ["@xmldom", false],
  ["./local", false],
])("%s is of the runner: %s", (name, isOf) => {
  expect(isOfRunner(name)).toBe(isOf);
});

test("the tables have every package that the runner and core install, and no other", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: { [path: string]: { dependencies?: object } };
  };
  const roots = ["zapier-platform-core", "zapier-platform-legacy-scripting-runner"];
  const paths = new Set(roots.map((name) => `node_modules/${name}`));
  // A set visits what is added meanwhile.
  for (const path of paths)
    for (const name of Object.keys(packages[path]?.dependencies ?? {})) paths.add(installed(name, path));

  const named = (path: string) => path.replace(/.*node_modules\//, "");
  const installedNames = new Set([...paths].map(named).filter((name) => !isBuiltin(name)));
  const inTables = [...Object.keys(runnerPackages), ...packagesOfRunnerPackages];
  expect(inTables.sort()).toEqual([...installedNames].sort());

  const direct = roots.flatMap((name) => Object.keys(packages[`node_modules/${name}`]?.dependencies ?? {}));
  // The dependency of moment-timezone that is a global of the script.
  expect(Object.keys(runnerPackages)).toEqual([...new Set([...direct, ...roots, "moment"])].sort());

  function installed(name: string, from: string): string {
    const nested = `${from}/node_modules/${name}`;
    return nested in packages ? nested : `node_modules/${name}`;
  }
});
