import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Metadata } from "../../src/model/definitions.ts";
import { type RecordingServer, startRecordingServer } from "../conformance/recording-server.ts";
import { zapc } from "./zapc.ts";

const folder = mkdtempSync(join(tmpdir(), "zapc-steps-"));
let api: RecordingServer;

const step = { label: "Thing", noun: "Thing", help_text: "Does a thing.", sample: { id: 1 }, methods: [] };
const name = { key: "name", label: "Name", type: "unicode" } as const;
const url = "https://api.example.com/things";
const metadata: Metadata = {
  app: {
    title: "Things",
    version: "1.0.0",
    description: "Things is a list of things.",
    test_trigger: "thing",
    auth: { type: "none" },
    subscribe_url: "https://api.example.com/hooks",
    unsubscribe_url: "https://api.example.com/hooks/gone",
  },
  methods: [],
  hydrators: [],
  triggers: [
    { ...step, key: "hooked", type: "rest_hook", event: "made", fields: [] },
    { ...step, key: "thing", type: "polling", url, fields: [], paging: true },
  ],
  actions: [{ ...step, key: "make", url, fields: [{ ...name, prefill: "thing.id.name" }] }],
  searches: [{ ...step, key: "find", url: `${url}?name={{name}}`, search_or_create: "make", fields: [name] }],
};

beforeAll(async () => {
  writeFileSync(
    join(folder, "zap.js"),
    `var Zap = {
       make_post_write: function (bundle) { console.log('made'); return z.JSON.parse(bundle.response.content)[0]; },
       hooked_catch_hook: function (bundle) {
         return _.map([].concat(bundle.cleaned_request), function (item) {
           return _.extend(item, { underscore: _.VERSION });
         });
       }
     };`,
  );
  writeFileSync(join(folder, "metadata.json"), JSON.stringify(metadata));
  api = await startRecordingServer(({ path }) =>
    path === "/hooks/gone"
      ? { status: 500, body: "no" }
      : { body: path.endsWith("Nobody") ? "[]" : '[{"id":7,"name":"Ada"}]' },
  );
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

function jsonFile(file: string, data: unknown): string {
  writeFileSync(join(folder, file), JSON.stringify(data));
  return join(folder, file);
}

function simulate(...args: string[]) {
  const auth = jsonFile("auth.json", {});
  return zapc(["simulate", ...args, "--auth", auth, "--dist", folder, "--url-base", api.origin]);
}

test("writes, and shows the result, the request and the log", async () => {
  const { code, stdout, stderr } = await simulate(
    "write",
    "make",
    "--fields",
    jsonFile("fields.json", { name: "Ada" }),
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toBe(
    [
      '{\n  "id": 7,\n  "name": "Ada"\n}',
      "",
      "1 request",
      "  POST https://api.example.com/things → 200  (request made by the platform)",
      '    > {"name": "Ada"}',
      '    < [{"id": 7, "name": "Ada"}]',
      "",
      "1 line of the log",
      "  log made in make_post_write",
      "",
      "succeeded: make",
      "",
    ].join("\n"),
  );
});

test("searches, and prints the run as JSON", async () => {
  const { code, stdout } = await simulate(
    "search",
    "find",
    "--json",
    "--fields",
    jsonFile("fields.json", { name: "Ada" }),
  );
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    outcome: "succeeded",
    result: { id: 7, name: "Ada" },
    requests: [{ url: "https://api.example.com/things?name=Ada" }],
  });
});

test("creates what is not found", async () => {
  const { code, stdout } = await simulate(
    "search",
    "find",
    "--fields",
    jsonFile("fields.json", { name: "Nobody" }),
    "--create",
    jsonFile("create.json", { name: "Nobody" }),
  );
  expect(code).toBe(0);
  expect(stdout).toMatch(/\n0 matches from find, and created one\n$/);
});

test("shows what a dynamic dropdown offers", async () => {
  const { code, stdout } = await simulate("dropdown", "actions/make", "name", "--page", "1");
  expect(code).toBe(0);
  expect(stdout).toBe(
    [
      "7  Ada",
      "",
      "1 request",
      "  GET https://api.example.com/things → 200  (request made by the platform)",
      '    < [{"id": 7, "name": "Ada"}]',
      "",
      "1 choice for name",
      "",
    ].join("\n"),
  );
});

test("says how a step is named", async () => {
  const { code, stderr } = await simulate("dropdown", "make", "name");
  expect(code).toBe(2);
  expect(stderr).toBe(
    [
      'error Failed to open the dropdown of name: "make" names no step.',
      "  → Name it as its file: triggers/new_ticket, actions/create_ticket or searches/find_ticket.",
      "",
    ].join("\n"),
  );
});

test("turns a Zap on, polls it and turns it off", async () => {
  const scenario = jsonFile("scenario.json", {
    trigger: "thing",
    steps: [{ type: "poll", at: "2026-03-01T09:00:00Z" }, { type: "turn_off" }],
  });
  const { code, stdout } = await simulate("zap", scenario);
  expect(code).toBe(0);
  expect(stdout).toBe(
    [
      "",
      "turn_on",
      "",
      "1 request",
      "  GET https://api.example.com/things → 200  (request made by the platform)",
      '    < [{"id": 7, "name": "Ada"}]',
      "succeeded",
      "",
      "poll",
      "",
      "1 request",
      "  GET https://api.example.com/things → 200  (request made by the platform)",
      '    < [{"id": 7, "name": "Ada"}]',
      "triggers for 0 items",
      "",
      "turn_off",
      "succeeded",
      "",
    ].join("\n"),
  );
});

test("subscribes, sends hooks and unsubscribes, and exits with 1 when one of it fails", async () => {
  const scenario = jsonFile("scenario.json", {
    trigger: "hooked",
    steps: [
      { type: "hook", body: [{ id: 1 }, { id: 2 }] },
      { type: "hook", headers: { "X-Hook-Test": "true" }, body: { id: 3 } },
      { type: "turn_off" },
    ],
  });
  const { code, stdout } = await simulate("zap", scenario, "--json");
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject([
    { step: "turn_on", run: { requests: [{ url: "https://api.example.com/hooks" }] } },
    { step: "hook", run: { items: [{ id: 1 }, { id: 2 }], reply: { status: 200 } } },
    { step: "hook", run: { items: [], samples: [{ id: 3 }] } },
    { step: "turn_off", run: { outcome: "error", error: { name: "ResponseError" } } },
  ]);
});

test("says what is wrong with a scenario", async () => {
  const scenario = jsonFile("scenario.json", { trigger: "thing", steps: [{ type: "pol" }] });
  const { code, stderr } = await simulate("zap", scenario);
  expect(code).toBe(1);
  expect(stderr).toBe(
    [
      `error Failed to read the scenario ${scenario}: it is not as its schema says.`,
      '  → "type" of /steps/0 is "pol", and must be "poll", "hook" or "turn_off".',
      "",
    ].join("\n"),
  );
});

test("says that a page is a number", async () => {
  const { code, stderr } = await simulate("dropdown", "actions/make", "name", "--page", "two");
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: "error: option '--page <number>' argument 'two' is invalid. It must be a whole number.\n",
  });
});

test.each([
  ["a write", ["write", "make"]],
  ["a search", ["search", "find"]],
  ["a dropdown", ["dropdown", "actions/make", "name"]],
  ["the test of an account", ["auth"]],
])("compares %s on both runtimes", async (_, args) => {
  const same = { code: 0, stdout: "Both runtimes give the same.\n", stderr: "" };
  expect(await simulate(...args, "--compare")).toEqual(same);
});

test("compares a Zap on both runtimes, and exits with 1 where they differ", async () => {
  const scenario = jsonFile("scenario.json", {
    trigger: "hooked",
    steps: [{ type: "hook", body: { id: 1 } }],
  });
  expect(await simulate("zap", scenario, "--compare")).toEqual({
    code: 1,
    stdout: [
      "/1/run/items/0/underscore",
      '  converted "1.13.8"',
      '  legacy    "1.4.4"',
      "",
      "1 difference between the runtimes",
      "",
    ].join("\n"),
    stderr: "",
  });
});
