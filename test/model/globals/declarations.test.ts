import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runtimeGlobals } from "../../../src/model/runtime-globals.ts";
import { typedGlobals, typedMembers, typedNames, typesOf } from "./typed-names.ts";

test("the cases type-check, the declarations too, and each @ts-expect-error is one", () => {
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  const project = fileURLToPath(new URL("cases", import.meta.url));
  const { stdout } = spawnSync(process.execPath, [tsc, "--project", project, "--pretty", "false"], {
    encoding: "utf8",
  });
  expect(stdout).toBe("");
});

test("the globals are those of the platform, and two timers", () => {
  const typed = typedGlobals().map(({ name }) => name);
  expect(typed.sort()).toEqual([...runtimeGlobals, "setTimeout", "clearTimeout"].sort());
});

test("everything is documented", () => {
  const undocumented = typedGlobals().flatMap(({ name, documentation }) => [
    ...(documentation ? [] : [name]),
    ...missing(name, typedNames(name)),
    ...typesOf(name).flatMap((type) => missing(`${name}.${type}`, typedMembers(name, type))),
  ]);
  expect(undocumented).toEqual([]);
});

function missing(of: string, names: ReturnType<typeof typedNames>): string[] {
  return names.filter(({ documentation }) => documentation === "").map(({ name }) => `${of}.${name}`);
}
