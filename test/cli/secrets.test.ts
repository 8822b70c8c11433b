import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RecordingServer, startRecordingServer } from "../conformance/recording-server.ts";
import { metadataWith } from "../simulator/integration.ts";
import { reveals } from "../simulator/redaction/attacker.ts";
import { zapc } from "./zapc.ts";

/* What `zapc simulate` prints holds no secret, unless that is asked for. */

const folder = mkdtempSync(join(tmpdir(), "zapc-secrets-"));
const key = "k-4711/üb+er";
let api: RecordingServer;

// Everything in a run's report: results, requests, answers, lines of the log, errors, problems.
const script = `'use strict';
var Zap = {
  thing_pre_poll: function (bundle) {
    var key = bundle.auth_fields.api_key;
    console.log('the key is ' + key, { access_token: 'un-known-1' });
    bundle.request.params = { api_key: key, page: 2 };
    bundle.request.headers['X-Basic'] = btoa('user:' + unescape(encodeURIComponent(key)));
    bundle.request.headers['X-Unknown-Token'] = 'un-known-2';
    return bundle.request;
  },
  thing_post_poll: function (bundle) {
    var key = bundle.auth_fields.api_key;
    if (bundle.trigger_fields.fail) { throw new Error('no: ' + encodeURIComponent(key)); }
    return [{ id: 1, key: key, json: JSON.stringify({ key: key }), nested: { list: ['a ' + key] }, refreshToken: 'un-known-3' }];
  }
};
`;

beforeAll(async () => {
  const metadata = metadataWith(
    { fields: [{ key: "fail", label: "Fail", type: "unicode" }] },
    { mapping: { "X-Key": "{{api_key}}" } },
  );
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "dist/zap.js"), script);
  writeFileSync(join(folder, "dist/metadata.json"), JSON.stringify(metadata));
  writeFileSync(join(folder, "auth.json"), JSON.stringify({ api_key: key }));
  writeFileSync(join(folder, "broken.json"), '{ "api_key": s3cr3t-key-9 }');
  const body = JSON.stringify([{ note: key, sessionToken: "un-known-4" }]);
  api = await startRecordingServer(() => ({ status: 200, body }));
});
afterAll(() => {
  api.close();
  rmSync(folder, { recursive: true });
});

async function simulate(...args: string[]) {
  const common = ["--auth", "auth.json", "--url-base", api.origin];
  const { stdout, stderr } = await zapc(["simulate", ...args, ...common], folder);
  return stdout + stderr;
}

test.each([
  ["a poll", ["poll", "thing"]],
  ["a poll in JSON", ["poll", "thing", "--json"]],
  ["a poll that fails", ["poll", "thing", "--field", "fail=1"]],
  ["a poll that fails, in JSON", ["poll", "thing", "--field", "fail=1", "--json"]],
  ["the test of an account", ["auth"]],
  ["the test of an account in JSON", ["auth", "--json"]],
  ["a comparison", ["poll", "thing", "--compare"]],
  ["a comparison in JSON", ["poll", "thing", "--compare", "--json"]],
])("%s shows no secret", async (_, args) => {
  const shown = await simulate(...args);
  expect(reveals(shown, key)).toBe(false);
  expect(shown).not.toContain("un-known");
  // As text, a comparison says where the runtimes differ, and no more.
  if (args.includes("--json") || !args.includes("--compare")) expect(shown).toContain("redacted-api-key");
  if (args.includes("--json")) JSON.parse(shown);
});

test.each([[[]], [["--json"]]])("--show-secrets shows them: %j", async (more) => {
  expect(reveals(await simulate("poll", "thing", "--show-secrets", ...more), key)).toBe(true);
});

test("a fault of the account's file is told without its text", async () => {
  const { stderr, code } = await zapc(["simulate", "poll", "thing", "--auth", "broken.json"], folder);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr:
      "error Failed to read the auth fields from broken.json: line 1, column 14: `…` is not JSON: texts and names stand in double quotes.\n" +
      '  → It must be an object from keys to values: { "domain": "data.example.com" }.\n',
  });
});

test("a request that was not recorded is told without secrets", async () => {
  const recording = join(folder, "recording.json");
  await simulate("poll", "thing", "--record", recording);
  expect(statSync(recording).mode & 0o777).toBe(0o600);
  const again = ["simulate", "poll", "thing", "--auth", "auth.json", "--replay", recording];
  expect((await zapc([...again, "--json"], folder)).stdout).toContain('"items"');
  const other = await zapc(
    ["simulate", "auth", "--auth", "auth.json", "--replay", recording, "--now", "2026-03-01T09:00:00Z"],
    folder,
  );
  expect(reveals(other.stdout + other.stderr, key)).toBe(false);
});
