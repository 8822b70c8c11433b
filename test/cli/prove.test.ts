import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { zapc } from "./zapc.ts";

const folder = mkdtempSync(join(tmpdir(), "zapc-prove-"));
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const old = write("old.js", "var Zap = { a1_pre_poll: function (bundle) { return { url: 'a' }; } };");

test("zapc prove ends with 0 where two scripts do the same", async () => {
  const { code, stdout } = await zapc(["prove", old, old, "--runs", "3", "--no-runner"]);
  expect(stdout).toBe(
    "Zap: 1 name, the same; lengths the same; names that nothing declares the same.\nNot called on the platform's own runner: that was left out.\nEqual: 1 method, 3 calls on the simulator.\nReached: 1 of 1 functions on Zap, 1 of 1 functions, 0 of 0 branches.\n",
  );
  expect(code).toBe(0);
});

test("zapc prove shows side by side what differs, and ends with 1", async () => {
  const other = write("other.js", "var Zap = { a1_pre_poll: function (bundle) { return { url: 'b' }; } };");
  const { code, stdout } = await zapc(["prove", old, other, "--runs", "3", "--no-runner"]);
  expect(stdout.slice(0, stdout.indexOf("  with"))).toBe(
    'Zap: 1 name, the same; lengths the same; names that nothing declares the same.\na1_pre_poll\n  /result/url\n    old  "a"\n    new  "b"\n',
  );
  expect(code).toBe(1);
});

test("zapc prove says which methods were not called when the time was over", async () => {
  const { code, stdout } = await zapc(["prove", old, old, "--time-limit", "0", "--no-runner"]);
  expect(stdout).toContain(
    "No difference so far: 0 methods, 0 calls on the simulator.\nThe time was over: 1 method not called, 0 with fewer bundles. Give more with --time-limit SECONDS.\n",
  );
  expect(code).toBe(0);
});

test("zapc prove names some of the methods that throw with every bundle", async () => {
  const keys = ["a1", "a2", "a3", "a4", "a5", "a6", "a7"];
  const methods = keys.map((key) => `${key}_pre_poll: function (bundle) { throw new Error("${key}"); }`);
  const throwing = write("throwing.js", `var Zap = { ${methods.join(", ")} };`);
  const { stdout } = await zapc(["prove", throwing, throwing, "--runs", "1", "--no-runner"]);
  expect(stdout.split("\n")[1]).toBe(
    "With every bundle 7 methods of 7 threw, as in the old script: a1_pre_poll, a2_pre_poll, a3_pre_poll, a4_pre_poll, a5_pre_poll and 2 more: --json has them all",
  );
});

test("zapc prove says rung by rung what is not the same", async () => {
  const other = write("names.js", "var Zap = { a1_pre_poll: function (bundle, callback) { missing(); } };");
  const { code, stdout } = await zapc(["prove", old, other, "--runs", "1", "--no-runner"]);
  expect(stdout.split("\n", 1)).toEqual([
    "Zap: 1 name, the same; lengths not the same; names that nothing declares not the same.",
  ]);
  expect(code).toBe(1);
});

test.each([
  ["a script that is missing", "missing.js", /^error Failed to read the script from .*missing\.js: /],
  [
    "a script that is not JavaScript",
    write("broken.js", "var Zap = {\n  a: ;\n};"),
    /^error Failed to prove: the new script is not JavaScript: Unexpected token at line 2, column 6\.\n/,
  ],
  [
    "a script that does not load",
    write("throws.js", "throw new Error('no'); var Zap = {};"),
    /^error Failed to prove: the new script does not load: Error: no\.\n/,
  ],
])("zapc prove ends with 2 for %s", async (_, other, message) => {
  const { code, stderr } = await zapc(["prove", old, other]);
  expect(stderr).toMatch(message);
  expect(code).toBe(2);
});

test("zapc prove says that the platform's own runner does not start, and how to leave it out", async () => {
  const project = mkdtempSync(join(tmpdir(), "zapc-prove-"));
  for (const name of ["zapier-platform-legacy-scripting-runner", "zapier-platform-core"]) {
    const directory = join(project, "node_modules", name);
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, "package.json"), '{ "version": "1.0.0" }');
    writeFileSync(join(directory, "index.js"), "process.exit(3);");
  }
  expect(await zapc(["prove", old, old, "--runs", "1"], project)).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "error Failed to start the platform's own runner. The script's process ended with code 3.\n  → Leave it out: `--no-runner`.\n",
  });
});
