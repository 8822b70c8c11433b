import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Portal, startPortal } from "../portal/index.ts";
import { zapc } from "./zapc.ts";

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal({ api_key: "secret-key" });
});
afterAll(() => portal.close());

const folder = mkdtempSync(join(tmpdir(), "zapc-simulate-"));

function jsonFile(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const auth = jsonFile("auth.json", '{ "domain": "https://data.example.com/", "api_key": "secret-key" }');

function poll(trigger: string, fields: string, ...more: string[]) {
  return zapc([
    "simulate",
    "poll",
    trigger,
    "--auth",
    auth,
    "--fields",
    fields,
    "--url-base",
    portal.url,
    ...more,
  ]);
}

test("prints the items, the requests and how many there were", async () => {
  const { code, stdout, stderr } = await poll(
    "new_dataset",
    jsonFile("fields.json", '{ "search": "budget" }'),
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(
    /^\{\n {2}"id": "da_bu6g3t",\n {2}"dataset_uid": "da_bu6g3t",\n {2}"dataset_id": "city-budget",/,
  );
  const asked = "https://data.example.com/api/explore/v2.1/catalog/datasets";
  const report = stdout.slice(stdout.indexOf("\n3 requests"));
  expect(report.split("\n").filter((line) => !/^ {4}</.test(line))).toEqual([
    "",
    "3 requests",
    `  GET ${asked}?limit=1 → 200  (request made by get_session_info)`,
    "  GET https://data.example.com/api/automation/v1.0/datasets/?limit=1 → 200  (request made by get_session_info)",
    `  GET ${asked}?limit=100&offset=0` +
      "&order_by=%60metadata_processed%60%20desc&select=dataset_uid%2C%20dataset_id%2C%20attachments%2C%20metas" +
      "&where=(%22budget%22) → 200  (request made by new_dataset_poll)",
    "  Bodies are shortened here: --json has them whole.",
    "",
    "1 item from new_dataset",
    "",
  ]);
  expect(report).toMatch(/get_session_info\)\n( {4}< .*\n){12} {4}< … and \d+ more lines\n/);
});

test("prints the run as JSON", async () => {
  const fields = jsonFile("record.json", '{ "dataset": "city-budget", "order_by": "year" }');
  const { code, stdout } = await poll("new_record", fields, "--json");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ items: { length: 5 }, requests: { length: 4 }, logs: [] });
});

test("prints what the user would read when the run fails, and exits with 1", async () => {
  const fields = jsonFile("gone.json", '{ "dataset": "gone", "order_by": "year" }');
  const { code, stderr } = await poll("new_record", fields);
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^\nErrorException data\.example\.com does not have the dataset "gone", or it was renamed: Unknown dataset: gone \(Unk.+\)\. .+\n/,
  );
  expect(stderr).toMatch(/\n {4}at dataOf \(portal\.ts:\d+:\d+\)\n( +>? +\d+ \| .*\n)+/);
});

test.each([
  [
    "there is no such file",
    join(folder, "none.json"),
    "there is no such file or directory",
    "Name a file, or pipe the text in.",
    2,
  ],
  [
    "the file is no JSON",
    jsonFile("broken.json", "{"),
    "line 1, column 2: a closing `}` is missing",
    'It must be an object from keys to values: { "domain": "data.example.com" }.',
    1,
  ],
  [
    "it is no object",
    jsonFile("list.json", "[]"),
    "it is not a JSON object",
    'It must be an object from keys to values: { "domain": "data.example.com" }.',
    1,
  ],
] as const)("says so when %s", async (_, file, why, hint, code) => {
  const run = await poll("new_dataset", file);
  expect({ code: run.code, stderr: run.stderr }).toEqual({
    code,
    stderr: `error Failed to read the trigger fields from ${file}: ${why}.\n  → ${hint}\n`,
  });
});

test.each([
  [
    "an empty address, instead of asking the real one",
    ["--url-base", ""],
    "option '--url-base <url>' argument '' is invalid. It must be an address such as http://127.0.0.1:1234.",
  ],
  [
    "a time that is none",
    ["--now", "yesterday"],
    "option '--now <time>' argument 'yesterday' is invalid. It must be a Date or a time such as 2026-03-01T09:00:00Z.",
  ],
  [
    "a runtime that there is not",
    ["--runtime", "old"],
    "option '--runtime <name>' argument 'old' is invalid. It must be one of converted, legacy.",
  ],
  [
    "two that answer",
    ["--replay", "a.json", "--url-base", "http://127.0.0.1:1"],
    "option '--replay <file>' cannot be used with option '--url-base <url>'",
  ],
  [
    "to record a comparison",
    ["--record", "a.json", "--compare"],
    "option '--record <file>' cannot be used with option '--compare'",
  ],
])("refuses %s, and exits with 2", async (_, args, message) => {
  expect(await zapc(["simulate", "poll", "new_dataset", "--auth", auth, ...args])).toEqual({
    code: 2,
    stdout: "",
    stderr: `error: ${message}\n`,
  });
});

test("names the triggers there are", async () => {
  const { code, stderr } = await poll("new_datset", jsonFile("empty.json", "{}"));
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringMatching(
      /Did you mean new_dataset\? There are: catalog_facets, .+, new_dataset, .+, updated_dataset\.\n$/,
    ),
  });
});

test("says how to name the account where none is given", async () => {
  expect(await zapc(["simulate", "poll", "new_dataset"])).toEqual({
    code: 2,
    stdout: "",
    stderr: [
      'error Failed to simulate: the auth field "domain" (Domain) is required and empty.',
      "  → Name a JSON file with what the user typed to connect the account: --auth FILE.",
      "",
    ].join("\n"),
  });
});

test("records requests without the key, and replays them without a server", async () => {
  const recording = join(folder, "new_dataset.json");
  const fields = jsonFile("fields.json", '{ "search": "budget" }');
  const recorded = await poll("new_dataset", fields, "--json", "--record", recording);
  expect(readFileSync(recording, "utf8")).not.toMatch(/secret-key|data\.example\.com/);
  const args = ["simulate", "poll", "new_dataset", "--auth", auth, "--fields", fields, "--json"];
  const replayed = await zapc([...args, "--replay", recording]);
  expect(replayed.code).toBe(0);
  expect(JSON.parse(replayed.stdout).items).toEqual(JSON.parse(recorded.stdout).items);
});

test("records over no file that is no recording, unless it is forced", async () => {
  const fields = jsonFile("fields.json", "{}");
  const mine = jsonFile("mine.json", '{ "mine": true }');
  const { code, stdout, stderr } = await poll("new_dataset", fields, "--record", mine);
  expect({ code, stdout, stderr }).toEqual({
    code: 2,
    stdout: "",
    stderr:
      `error Failed to write ${mine}: the file is there, and zapc did not make it.\n` +
      "  → Choose another place, or replace it with `--force`, in a program `force: true`.\n",
  });
  expect(readFileSync(mine, "utf8")).toBe('{ "mine": true }');
  expect((await poll("new_dataset", fields, "--record", mine, "--force")).code).toBe(0);
  expect(JSON.parse(readFileSync(mine, "utf8")).generator).toMatch(/^zapc /);
});

test("compares the runtimes", async () => {
  const { code, stdout } = await poll("new_dataset", jsonFile("fields.json", "{}"), "--compare");
  expect({ code, stdout }).toEqual({ code: 0, stdout: "Both runtimes give the same.\n" });
});
