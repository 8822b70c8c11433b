import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { integration } from "../compiler/integration.ts";
import { metadataWith } from "../simulator/integration.ts";
import { bin, environment, zapc } from "./zapc.ts";

/* The table in docs/guide.md: 1 where what was handed over is wrong, 2 where the command is, or cannot run. */

const folder = mkdtempSync(join(tmpdir(), "zapc-exit-"));

const files: { readonly [name: string]: string } = {
  "dist/zap.js":
    "'use strict';\nvar Zap = { thing_poll: function (bundle) { if (bundle.trigger_fields.fail) { throw new Error('no'); } return [{ id: 1 }]; } };\n",
  "dist/metadata.json": JSON.stringify(
    metadataWith(
      { fields: [{ key: "fail", label: "Fail", type: "unicode" }] },
      { mapping: { "X-Key": "{{api_key}}" } },
    ),
  ),
  "wrong/zap.js": "var Zap = {",
  "wrong/metadata.json": "{}",
  "auth.json": '{ "api_key": "k" }',
  "not.json": "{",
  "unknown.json": '{ "nope": 1 }',
  "other-step.json": '{ "trigger": "thing", "steps": [{ "type": "hook", "body": {} }] }',
  "other-scenario.json": '{ "trigger": 5 }',
  "bundle.json": '{ "request": 5 }',
  "recording.json": '{ "version": 9 }',
  "empty-recording.json":
    '{ "version": 1, "now": "2026-03-01T09:00:00.000Z", "redacted": { "headers": [], "patterns": [] }, "requests": [] }',
  "pointer.txt": "hydrate|||nothing|||hydrate",
  "trace.txt": "Error: no\n    at f (other.js:1:2)\n",
  "mine.txt": "mine\n",
  "empty.txt": "",
};

beforeAll(() => {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const poll = ["simulate", "poll", "thing", "--auth", "auth.json"];

const codes: { readonly [code: number]: readonly (readonly string[])[] } = {
  0: [["--version"], poll],
  1: [
    [...poll, "--field", "fail=1"],
    [...poll, "--field", "nope=1"],
    [...poll, "--fields", "not.json"],
    [...poll, "--dist", "wrong"],
    [...poll, "--replay", "recording.json"],
    ["simulate", "poll", "thing", "--auth", "unknown.json"],
    ["simulate", "zap", "other-step.json", "--auth", "auth.json"],
    ["simulate", "zap", "other-scenario.json", "--auth", "auth.json"],
    ["simulate", "call", "thing_poll", "--auth", "auth.json", "--bundle", "bundle.json"],
    ["simulate", "hydrate", "pointer.txt", "--auth", "auth.json"],
    ["trace", "empty.txt"],
  ],
  2: [
    [],
    ["nope"],
    ["build", "--nope"],
    ["build", "--scripting", "nowhere"],
    ["size", "--dist", "nowhere"],
    ["trace", "trace.txt", "--dist", "nowhere"],
    ["status", "nowhere.js"],
    ["simulate", "poll", "nope", "--auth", "auth.json"],
    ["simulate", "poll", "thing"],
    [...poll, "--dist", "nowhere"],
    [...poll, "--fields", "nowhere.json"],
    [...poll, "--zap", "user.timezone=Nowhere"],
    [...poll, "--record", "auth.json/x.json"],
    [...poll, "--replay", "empty-recording.json", "--record", "x.json"],
    ["simulate", "auth", "--auth", "auth.json", "--save", "mine.txt"],
    ["simulate", "dropdown", "triggers/thing", "fail", "--auth", "auth.json"],
    ["simulate", "call", "nope", "--auth", "auth.json", "--bundle", "unknown.json"],
  ],
};

for (const [code, uses] of Object.entries(codes))
  test.each(uses.map((args) => args.join(" ")))(`${code}: zapc %s`, async (line) => {
    const args = line === "" ? [] : line.split(" ");
    const run = await zapc(args, folder);
    expect(run.code, run.stderr).toBe(Number(code));
    expect(run.stderr).not.toMatch(/defect|node:|src\//);
    if (code !== "0" && !args.includes("--help")) expect(run.stdout + run.stderr).not.toBe("");
  });

test("findings that nobody reads still end a command with 1", async () => {
  const args = [
    bin,
    "check",
    "--json",
    "--scripting",
    integration({ "triggers/thing.ts": "export const x = ;" }),
  ];
  const checking = spawn(process.execPath, args, { env: environment, stdio: ["ignore", "pipe", "ignore"] });
  // As `| true` does.
  checking.stdout.destroy();
  expect(await once(checking, "exit")).toEqual([1, null]);
});
