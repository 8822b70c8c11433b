import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { integration, trigger } from "../compiler/integration.ts";
import { zapc } from "./zapc.ts";

const source = `${trigger}
export function poll(bundle: Poll<typeof trigger>): Results {
  return [{ id: bundle.trigger_fields.colour || "none" }];
}
`;

/** Sources with an error of the type-check, an error in the metadata's schema, and an export that is no method. */
const wrong = {
  "triggers/thing.ts": source.replace("trigger_fields.colour", "trigger_fields.color"),
  "triggers/other.ts": trigger.replace('noun: "Thing"', "noun: 7 as never"),
  "auth.ts": "export const nope = 1;\n",
};

function check(files: { readonly [path: string]: string }, ...args: string[]) {
  return zapc(["check", "--scripting", integration(files), ...args]);
}

test("says that nothing is wrong, writes nothing and exits with 0", async () => {
  const scripting = integration({ "triggers/thing.ts": source });
  const before = readdirSync(scripting);
  const run = await zapc(["check", "--scripting", scripting]);
  expect({ ...run, stdout: run.stdout.replace(/\d+ ms/, "N ms") }).toEqual({
    code: 0,
    stdout: "1 method checked in N ms\n",
    stderr: "",
  });
  expect(readdirSync(scripting)).toEqual(before);
});

test("shows every finding of a build and exits with 1", async () => {
  const { code, stdout, stderr } = await check(wrong);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("triggers/thing.ts:9:39\n");
  expect(stderr).toContain("auth.ts:1:14\n  `nope` is not a name that auth.ts can export");
  expect(stderr).toContain("triggers/other.ts");
  expect(stderr).toMatch(/\n3 errors\. These sources cannot be built\.\n$/);
});

test("reports the findings as JSON", async () => {
  const { code, stdout } = await check(wrong, "--json");
  expect(code).toBe(1);
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({ ok: false, methods: [], files: [] });
  expect(report.diagnostics.map((it: { code: string }) => it.code).sort()).toEqual([
    "TS2551",
    "metadata",
    "unknown-method",
  ]);
});

test("shows warnings and exits with 0", async () => {
  const { code, stdout, stderr } = await check({ "triggers/thing.ts": source }, "--warn-above", "100B");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^1 method checked in \d+ ms\n$/);
  expect(stderr).toContain("warning size zap.js\n  zap.js has ");
});
