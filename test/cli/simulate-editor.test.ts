import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Metadata } from "../../src/model/definitions.ts";
import { type RecordingServer, startRecordingServer } from "../conformance/recording-server.ts";
import { zapc } from "./zapc.ts";

/* The editor's work, pointers, and single methods. */

const folder = mkdtempSync(join(tmpdir(), "zapc-editor-"));
let api: RecordingServer;

const step = { label: "Thing", noun: "Thing", help_text: "Does a thing.", sample: { id: 1 }, methods: [] };
const url = "https://api.example.com";
const metadata: Metadata = {
  app: {
    title: "Things",
    version: "1.0.0",
    description: "Things is a list of things.",
    test_trigger: "thing",
    auth: { type: "none" },
  },
  methods: [],
  hydrators: ["details"],
  triggers: [
    { ...step, key: "thing", type: "polling", url: `${url}/things`, fields: [], methods: ["post_poll"] },
  ],
  actions: [
    {
      ...step,
      key: "make",
      url: `${url}/things`,
      custom_fields_url: `${url}/fields`,
      custom_result_fields_url: `${url}/labels`,
      fields: [{ key: "owner", label: "Owner", type: "unicode", searchfill: "find.id" }],
    },
  ],
  searches: [
    {
      ...step,
      key: "find",
      url: `${url}/owners?name={{name}}`,
      fields: [{ key: "name", label: "Name", type: "unicode", required: true }],
    },
  ],
};

const script = `var Zap = {
  thing_post_poll: function (bundle) {
    return _.map(z.JSON.parse(bundle.response.content), function (it) { return { id: it.number }; });
  },
  details: function (bundle) { return { number: bundle.number, named: "Thing " + bundle.number }; }
};`;

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

beforeAll(async () => {
  writeFileSync(join(folder, "zap.js"), script);
  writeFileSync(join(folder, "metadata.json"), JSON.stringify(metadata));
  api = await startRecordingServer(({ path }) => {
    if (path === "/owners?name=Ada") return { body: '[{ "id": 7 }]' };
    if (path === "/fields")
      return {
        body: '[{ "key": "due", "type": "datetime", "label": "Due", "required": true }, { "key": "n" }]',
      };
    if (path === "/labels") return { body: '[{ "key": "id", "type": "int", "label": "Number" }]' };
    if (path === "/logo.png") return { bytes: png, headers: { "content-type": "image/png" } };
    return { body: "[]" };
  });
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

function simulate(args: readonly string[], input = "") {
  return zapc(["simulate", ...args, "--dist", folder, "--url-base", api.origin], undefined, input);
}

test("shows the custom fields of a step", async () => {
  const { code, stdout } = await simulate(["fields", "actions/make"]);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: [
      "due  datetime  Due (required)",
      "n",
      "",
      "1 request",
      "  GET https://api.example.com/fields → 200  (request made by the platform)",
      "    < [",
      '    <   {"key": "due", "type": "datetime", "label": "Due", "required": true},',
      '    <   {"key": "n"}',
      "    < ]",
      "",
      "2 custom fields of actions/make",
      "",
    ].join("\n"),
  });
  const labels = await simulate(["fields", "actions/make", "--result", "--json"]);
  expect(JSON.parse(labels.stdout).fields).toEqual([{ key: "id", type: "integer", label: "Number" }]);
});

test("fills in custom fields that it has shown", async () => {
  const shown = await simulate(["fields", "actions/make", "--json"]);
  const file = join(folder, "custom.json");
  writeFileSync(file, shown.stdout);
  const fields = ["--field", "due=2026-03-01", "--field", "n=1", "--custom-fields", file, "--json"];
  const { code, stdout } = await simulate(["write", "make", ...fields]);
  expect(code).toBe(0);
  expect(JSON.parse(JSON.parse(stdout).requests[0].body)).toMatchObject({ n: "1" });

  writeFileSync(file, '{ "fields": 1 }');
  const wrong = await simulate(["write", "make", "--custom-fields", file]);
  expect(wrong).toMatchObject({
    code: 1,
    stderr: [
      `error Failed to read the custom fields from ${file}: it is not a list of fields.`,
      '  → It must be what `zapc simulate fields --json` prints, or a list: [{ "key": "due", "type": "datetime" }].',
      "",
    ].join("\n"),
  });
});

test("shows the value that a search connector gives", async () => {
  const { code, stdout } = await simulate(["searchfill", "actions/make", "owner", "--field", "name=Ada"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^7\n\n1 request\n/);
  expect(stdout).toMatch(/\n\n1 value for owner\n$/);

  const nobody = await simulate(["searchfill", "actions/make", "owner", "--field", "name=Nobody"]);
  expect(nobody.stdout).toMatch(/\n\nnothing was found for owner\n$/);
});

const method = 'hydrate|||{"type":"method","bundle":{"method":"details","bundle":{"number":3}}}|||hydrate';
const file = `hydrate|||{"type":"file","bundle":{"url":"${url}/logo.png"}}|||hydrate`;

test.each([
  ["from standard input", [], method],
  ["as a result has it, in quotation marks", [], JSON.stringify(method)],
  ["as a result has it, without them", [], JSON.stringify(method).slice(1, -1)],
  ["on the command line", [method], ""],
])("follows a pointer: %s", async (_, args, input) => {
  const { code, stdout } = await simulate(["hydrate", ...args], input);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: '{\n  "number": 3,\n  "named": "Thing 3"\n}\n\nsucceeded\n',
  });
});

test("shows a file that a pointer stands for, and keeps it where nothing is lost", async () => {
  const saved = join(folder, "logo.png");
  const { code, stdout } = await simulate(["hydrate", "--save", saved], file);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: [
      "logo.png  8 bytes of image/png",
      "",
      "1 request",
      "  GET https://api.example.com/logo.png → 200  (request made by the platform)",
      "    < 8 bytes of image/png",
      "  Bodies are shortened here: --json has them whole.",
      "",
      `succeeded: written to ${saved}`,
      "",
    ].join("\n"),
  });
  expect(readFileSync(saved).equals(png)).toBe(true);

  writeFileSync(saved, "mine");
  const again = await simulate(["hydrate", "--save", saved], file);
  expect(again).toMatchObject({
    code: 2,
    stderr: `error Failed to write ${saved}: the file is there, and zapc did not make it.\n  → Choose another place, or replace it with \`--force\`, in a program \`force: true\`.\n`,
  });
  expect(readFileSync(saved, "utf8")).toBe("mine");
  expect((await simulate(["hydrate", "--save", saved, "--force"], file)).code).toBe(0);
  expect(readFileSync(saved).equals(png)).toBe(true);

  const { stdout: json } = await simulate(["hydrate", "--json"], file);
  expect(JSON.parse(json).file.content).toEqual({ base64: png.toString("base64") });
  expect(existsSync(join(folder, "-"))).toBe(false);
});

test("calls one method with a bundle of the user's", async () => {
  const bundle = {
    request: { url, method: "GET", headers: {}, params: {}, data: null },
    response: { status_code: 200, headers: {}, content: '[{ "number": 5 }]' },
    url_raw: url,
    auth_fields: {},
    trigger_fields: {},
    meta: {
      frontend: false,
      first_poll: false,
      prefill: false,
      test_poll: false,
      standard_poll: true,
      page: 0,
      limit: -1,
      hydrate: true,
    },
    zap: { id: 0 },
  };
  const { response, request, auth_fields, trigger_fields, meta, zap } = bundle;
  const text = JSON.stringify({ response, request, auth_fields, trigger_fields, meta, zap });
  const { code, stdout, stderr } = await simulate(["call", "thing_post_poll", "--bundle", "-"], text);
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: '[\n  {\n    "id": 5\n  }\n]\n\nsucceeded: thing_post_poll\n',
    stderr: "",
  });
  const wrong = await simulate(["call", "thing_post_poll", "--bundle", "-"], "{}");
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toMatch(
    /^error Failed to call thing_post_poll: the platform would not hand over this bundle\.\n {2}→ The bundle has no "auth_fields"\./,
  );
});
