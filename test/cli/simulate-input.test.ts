import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Metadata } from "../../src/model/definitions.ts";
import { type RecordingServer, startRecordingServer } from "../conformance/recording-server.ts";
import { zapc, zapcWith } from "./zapc.ts";

/* The ways in which a user's values reach a run: files, options and the environment. */

const folder = mkdtempSync(join(tmpdir(), "zapc-input-"));
let api: RecordingServer;

const step = { label: "Thing", noun: "Thing", help_text: "Does a thing.", sample: { id: 1 }, methods: [] };
const url = "https://api.example.com/things";
const metadata: Metadata = {
  app: {
    title: "Things",
    version: "1.0.0",
    description: "Things is a list of things.",
    test_trigger: "thing",
    auth: {
      type: "api_key",
      fields: [
        { key: "domain", label: "Domain", type: "unicode", required: true },
        { key: "api_key", label: "Key", type: "password", required: true },
      ],
      placement: "header",
      mapping: { "X-Key": "{{api_key}}" },
    },
    subscribe_url: url,
    unsubscribe_url: url,
  },
  methods: [],
  hydrators: [],
  triggers: [
    {
      ...step,
      key: "thing",
      type: "polling",
      url,
      fields: [
        { key: "queue", label: "Queue", type: "unicode" },
        { key: "tags", label: "Tags", type: "unicode", list: true },
        { key: "open", label: "Open", type: "bool" },
        { key: "since", label: "Since", type: "datetime" },
      ],
      methods: ["post_poll"],
    },
    { ...step, key: "hooked", type: "rest_hook", event: "made", url, fields: [] },
  ],
  actions: [
    {
      ...step,
      key: "order",
      url,
      fields: [
        { key: "sku", label: "SKU", type: "unicode", parent_key: "lines" },
        { key: "qty", label: "Quantity", type: "int", parent_key: "lines" },
      ],
    },
  ],
  searches: [],
};

/** Polling it gives back what the user filled in, and why it was polled. */
const script = `var Zap = {
  thing_post_poll: function (bundle) {
    return [{ id: 1, fields: bundle.trigger_fields, meta: bundle.meta, zap: bundle.zap, domain: bundle.auth_fields.domain }];
  }
};`;

beforeAll(async () => {
  writeFileSync(join(folder, "zap.js"), script);
  writeFileSync(join(folder, "metadata.json"), JSON.stringify(metadata));
  api = await startRecordingServer(() => ({ body: '[{ "id": 7 }]' }));
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

const account = { domain: "example.com", api_key: "k-4711-42" };

function file(name: string, data: unknown): string {
  writeFileSync(join(folder, name), data instanceof Uint8Array ? data : JSON.stringify(data));
  return join(folder, name);
}

function simulate(args: readonly string[], { input = "", run = zapc } = {}) {
  const all = ["simulate", ...args, "--dist", folder, "--url-base", api.origin];
  return run(all, undefined, input);
}

/** Runs with the account of a file. */
function withAccount(...args: string[]) {
  return simulate([...args, "--auth", file("auth.json", account)]);
}

async function polled(...args: string[]): Promise<unknown> {
  const { code, stdout, stderr } = await withAccount("poll", "thing", "--json", ...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout).items[0];
}

test("takes fields one by one, as a user would type them", async () => {
  const item = await polled("--field", "queue=a=b", "--field", "open=yes");
  expect(item).toMatchObject({ fields: { queue: "a=b", open: true } });
});

test("takes a field that comes again as a list, and JSON where the key says so", async () => {
  expect(await polled("--field", "tags=a", "--field", "tags=b")).toMatchObject({
    fields: { tags: ["a", "b"] },
  });
  expect(await polled("--field", 'tags:=["c", "d"]')).toMatchObject({ fields: { tags: ["c", "d"] } });
});

test("takes fields from a file in UTF-16, and single ones over it", async () => {
  const fields = file("fields.json", Buffer.from('\ufeff{ "queue": "ä", "open": "no" }', "utf16le"));
  expect(await polled("--fields", fields, "--field", "open=true")).toMatchObject({
    fields: { queue: "ä", open: true },
  });
});

test.each([
  ["a list of objects", ['lines:=[{ "sku": "A", "qty": "2" }, { "sku": "B", "qty": 3 }]']],
  ["a list for each field", ['sku:=["A", "B"]', 'qty:=["2", "3"]']],
])("takes line items as %s", async (_, fields) => {
  const given = fields.flatMap((field) => ["--field", field]);
  const { code, stdout } = await withAccount("write", "order", "--json", ...given);
  expect(code).toBe(0);
  expect(JSON.parse(JSON.parse(stdout).requests[0].body)).toEqual({
    lines: [
      { sku: "A", qty: 2 },
      { sku: "B", qty: 3 },
    ],
  });
});

test("takes the account from standard input and from the environment", async () => {
  const poll = ["poll", "thing", "--json"];
  const piped = await simulate([...poll, "--auth", "-"], { input: JSON.stringify(account) });
  expect(JSON.parse(piped.stdout)).toMatchObject({ items: [{ domain: "example.com" }] });

  const run = zapcWith({ authData_domain: "from.example.com", authData_api_key: "k-4711-42" });
  const fromEnvironment = await simulate(poll, { run });
  expect(JSON.parse(fromEnvironment.stdout)).toMatchObject({ items: [{ domain: "from.example.com" }] });
  const auth = file("domain.json", { domain: "of.example.com" });
  const both = await simulate([...poll, "--auth", auth], { run });
  expect(JSON.parse(both.stdout)).toMatchObject({ items: [{ domain: "of.example.com" }] });
});

test("takes why the platform asks, and for which Zap", async () => {
  const item = await polled(
    ...["--meta", "frontend=true", "--meta", "limit=3"],
    ...["--zap", "id=7", "--zap", "user.timezone=Asia/Tokyo", "--field", "since=2026-03-01 09:00"],
  );
  expect(item).toMatchObject({
    meta: { frontend: true, limit: 3 },
    zap: { id: 7, user: { timezone: "Asia/Tokyo" } },
    fields: { since: "2026-03-01T09:00:00+09:00" },
  });
  expect(await polled("--meta", '{ "frontend": true }')).toMatchObject({ meta: { frontend: true } });
});

test("names the option where a trigger with hooks is polled", async () => {
  const { code, stderr } = await withAccount("poll", "hooked");
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: [
      "error Failed to poll hooked: the trigger waits for hooks.",
      "  → The platform polls it for samples only, with `--meta frontend=true` or, in a test, { meta: { frontend: true } }. " +
        "For hooks, turn a Zap on: `zapc simulate zap`, or sim.turnOn.",
      "",
    ].join("\n"),
  });
  expect((await withAccount("poll", "hooked", "--meta", "frontend=true")).code).toBe(0);
});

test.each([
  ["--field", "queue", "It must be key=value, or key:=JSON."],
  ["--field", "tags:=[1,]", "It is not JSON: line 1, column 4: the comma before `]` is one too many."],
  ["--meta", "frontend", "It must be key=value, or an object of JSON."],
])("exits with 2 where %s %s cannot be read", async (option, value, why) => {
  const { code, stderr } = await withAccount("poll", "thing", option, value);
  expect(code).toBe(2);
  expect(stderr).toMatch(new RegExp(`^error: option '${option} <.*>' argument '.*' is invalid\\. `));
  expect(stderr).toContain(why);
});

test("says what is wrong with a reason", async () => {
  const { code, stderr } = await withAccount("poll", "thing", "--meta", "frontend=yes");
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'error Failed to poll thing: the option frontend is "yes", and must be true or false.\n',
  });
});
