import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type SimulateOptions, type Simulator, simulate } from "zapc/simulator";
import { metadataWith, temporaryFolder } from "./integration.ts";

const http = (request: Request) => Response.json([{ id: 1, asked: request.url }]);

async function simulated(options: SimulateOptions): Promise<Simulator> {
  const simulator = await simulate({ http, ...options });
  onTestFinished(() => simulator.close());
  return simulator;
}

const script = `var Zap = {
  thing_pre_poll: function (bundle) {
    bundle.request.url = 'https://' + bundle.auth_fields.domain + '/things/' + bundle.trigger_fields.queue;
    return bundle.request;
  },
  make_pre_write: function (bundle) { return { data: JSON.stringify(bundle.action_fields) }; }
};`;

describe("a script without metadata", () => {
  test("is run by what it says itself", async () => {
    const sim = await simulated({ script, auth_fields: { domain: "a.example" } });
    const { items } = await sim.poll("thing", { trigger_fields: { queue: "q" } });
    expect(items).toEqual([{ id: 1, asked: "https://a.example/things/q" }]);
    expect(sim.inferred.map(({ to }) => to)).toEqual(["app", "triggers/thing", "actions/make"]);
    expect(sim.metadata.triggers[0]).toMatchObject({
      key: "thing",
      url: "https://{{domain}}/things/{{queue}}",
    });
  });

  test("is given fields that nobody has declared, as they are", async () => {
    const sim = await simulated({ script, auth_fields: { domain: "a.example", more: "x" } });
    const action_fields = { title: "T", size: 5, tags: ["a", "b"], owner__name: "o", empty: "" };
    const { requests, error } = await sim.write("make", { action_fields });
    expect(error).toBeUndefined();
    expect(JSON.parse(requests[0]?.body as string)).toEqual({
      title: "T",
      size: 5,
      tags: ["a", "b"],
      owner: { name: "o" },
    });
  });

  test.each([
    ["a list", ["a", { b: "a secret in a list" }]],
    ["an object", { b: "a secret in an object" }],
  ])("is given no account with %s", async (what, domain) => {
    await expect(simulated({ script, auth_fields: { domain } })).rejects.toThrow(
      `Failed to simulate: the auth field "domain" (domain) is ${what}, and must be one value.`,
    );
  });

  test("has the methods that it makes while it runs", async () => {
    const made =
      "var Zap = {};\n['one', 'two'].forEach(function (key) { Zap[key + '_poll'] = function () { return [{ id: key }]; }; });";
    const sim = await simulated({ script: made });
    expect((await sim.poll("two")).items).toEqual([{ id: "two" }]);
  });

  test("may be a path", async () => {
    const file = join(temporaryFolder(), "Zap = 1.js");
    writeFileSync(file, script);
    const sim = await simulated({ script: file, auth_fields: { domain: "a.example" } });
    expect((await sim.poll("thing", { trigger_fields: { queue: "q" } })).items).toHaveLength(1);
  });

  test("with a step that it does not have is wrong use", async () => {
    const sim = await simulated({ script });
    await expect(sim.poll("other")).rejects.toThrow(
      'Failed to poll other: the metadata has no trigger "other".\n→ There are: thing.',
    );
  });
});

describe("metadata", () => {
  test("may be an object", async () => {
    const sim = await simulated({
      script: "var Zap = {};",
      metadata: metadataWith(),
      auth_fields: { api_key: "k" },
    });
    expect(sim.inferred).toEqual([]);
    expect((await sim.poll("thing")).items).toHaveLength(1);
  });

  test("that are whole refuse fields that they do not declare", async () => {
    const sim = await simulated({
      script: "var Zap = {};",
      metadata: metadataWith(),
      auth_fields: { api_key: "k" },
    });
    await expect(sim.poll("thing", { trigger_fields: { other: 1 } })).rejects.toThrow(
      'Failed to poll thing: there is no trigger field "other".',
    );
  });

  test("that are incomplete are completed by the script", async () => {
    const metadata = {
      app: { auth: { type: "none" } },
      triggers: [
        { key: "thing", url: "https://b.example/", fields: [{ key: "count", label: "Count", type: "int" }] },
      ],
    };
    const own =
      "var Zap = { thing_pre_poll: function (bundle) { bundle.request.params = bundle.trigger_fields; return bundle.request; } };";
    const sim = await simulated({ script: own, metadata });
    const { items } = await sim.poll("thing", { trigger_fields: { count: "5 of them", other: "x" } });
    expect(items).toEqual([{ id: 1, asked: "https://b.example/?count=5&other=x" }]);
    expect(sim.inferred).toEqual([
      {
        to: "app",
        what: [
          ...["title: An integration", "version: 1.0.0"],
          ...["description: An integration is a service.", "test_trigger: thing"],
        ],
      },
      {
        to: "triggers/thing",
        what: [
          ...["type: polling", "label: Thing", "noun: Thing", "help_text: Thing."],
          ...["sample: { id: 1 }", "methods: pre_poll"],
        ],
      },
    ]);
  });

  test.each(["", "general.json"])("may be the Web Builder's files: %s", async (name) => {
    const folder = join(temporaryFolder(), "dump");
    mkdirSync(folder);
    const write = (part: string, content: object) =>
      writeFileSync(join(folder, `${part}.json`), JSON.stringify(content));
    write("general", {
      title: "Things",
      test_trigger_key: "thing",
      auth_type: "API Key (Headers)",
      auth_mapping: { "X-Key": "{{key}}" },
    });
    write("auth_fields", { key: { label: "Key", type: "Unicode", required: true } });
    write("triggers", {
      thing: {
        label: "Thing",
        noun: "",
        help_text: "Things.",
        url: "{{bundle.authData.site}}/t",
        fields: {},
      },
    });
    write("actions", {});
    const sim = await simulated({
      script:
        "var Zap = { thing_pre_poll: function (bundle) { return { url: 'https://c.example/?' + bundle.request.headers['X-Key'] }; } };",
      metadata: join(folder, name),
      auth_fields: { key: "k", site: "https://c.example" },
    });
    expect((await sim.poll("thing")).items).toEqual([{ id: 1, asked: "https://c.example/?k=" }]);
    expect(sim.metadata.app.title).toBe("Things");
  });

  test("with a value of another kind are refused, though they are incomplete", async () => {
    const metadata = { triggers: [{ key: "thing", type: "often" }] };
    await expect(simulate({ script, metadata })).rejects.toThrow(
      /^Failed to read the metadata from the object: it is not as its schema says\.\n {2}\/triggers\/0/,
    );
    await expect(simulate({ script, metadata: { triggers: [5] } })).rejects.toThrow(
      "it is not as its schema says",
    );
  });
});

describe("a script that cannot be loaded", () => {
  test.each([
    [
      "is not JavaScript",
      "var Zap = {\n  a: ;\n};",
      "SyntaxError: Unexpected token ';' at line 2, column 6",
      "It must declare",
    ],
    [
      "throws",
      "var Zap = {};\nnull.x;",
      "TypeError: Cannot read properties of null (reading 'x')\n    at zap.js:2:6",
      "It must declare",
    ],
    [
      "has the blocks of a testing tool",
      "// HEAD\nmodule.paths;\n// HEAD\nvar Zap = {};\n// FOOT\nmodule.exports = Zap;\n// FOOT",
      "ReferenceError: module is not defined\n    at zap.js:2:1",
      "Remove what a testing tool has put in: the HEAD block (lines 1 to 3); the FOOT block (lines 5 to 7).",
    ],
    [
      "exports itself",
      "var Zap = {};\nif (module) { module.exports = Zap; }",
      "ReferenceError: module is not defined",
      "if (module) { module.exports = Zap; } (line 2).",
    ],
  ])("says where, and what to do: one that %s", async (_, wrong, message, hint) => {
    const failure = await simulate({ script: wrong }).catch((error: Error) => error);
    expect(String(failure)).toContain(`Failed to load the script: ${message}`);
    expect(String(failure)).toContain(hint);
  });
});
