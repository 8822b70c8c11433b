import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { integration } from "../compiler/integration.ts";
import { zapc } from "./zapc.ts";

const app = `import type { App } from "zapc";

export const app = {
  title: "Deskly",
  version: "1.0.0",
  description: "Deskly is a help desk.",
  category: "Customer Support",
  test_trigger: "thing",
  auth: { type: "none" },
} as const satisfies App;
`;
const trigger = `import type { Trigger } from "zapc";

export const trigger = {
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a thing.",
  important: true,
  url: "https://deskly.example/things",
  fields: [],
  sample: { id: 1, name: "A thing" },
} as const satisfies Trigger;
`;

function sources(files: { readonly [path: string]: string } = {}): string {
  return integration({ "app.ts": app, "triggers/thing.ts": trigger, ...files });
}

test("our own integration passes without a warning", async () => {
  const { code, stdout, stderr } = await zapc(["audit"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^not checked: sample-shape: [^\n]*\nno findings; \d+ silenced\n$/);
});

test("shows each finding with its place, what to do, and the comment to paste, and exits with 1", async () => {
  const scripting = sources({ "triggers/thing.ts": trigger.replace("Triggers when there is", "Tells of") });
  const { code, stdout } = await zapc(["audit", "--scripting", "."], scripting);
  expect(code).toBe(1);
  expect(stdout.replace(/^not checked.*\n/gm, "")).toBe(`warning trigger-help-text triggers/thing.ts:6:14
  The help text of the trigger "thing" does not begin with "Triggers when".
  → Write "Triggers when …": one sentence.
  → Or say why it is so, in a comment above: // zapc-ignore trigger-help-text -- reason
  4 |   label: "New Thing",
  5 |   noun: "Thing",
> 6 |   help_text: "Tells of a thing.",
    |              ^
  7 |   important: true,
  8 |   url: "https://deskly.example/things",
  9 |   fields: [],

1 warning
`);
});

describe("an audit that cannot be made ends with 2:", () => {
  test("sources that cannot be built", async () => {
    const scripting = sources({ "triggers/thing.ts": trigger.replace("fields: []", "fields: {}") });
    const text = await zapc(["audit", "--scripting", scripting]);
    expect(text.code).toBe(2);
    expect(text.stderr).toMatch(/\n1 error\. Nothing was audited\.\n$/);
    const json = await zapc(["audit", "--json", "--scripting", scripting]);
    expect(json.code).toBe(2);
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, diagnostics: [{ code: "metadata" }] });
  });

  test("files that are not there", async () => {
    const { code, stderr } = await zapc(["audit", "--dist", "nowhere"], sources());
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        "error Failed to read the metadata from nowhere/metadata.json: there is no such file or directory.\n" +
        "  → `zapc build` writes both files. Name another directory with `--dist DIR`.\n",
    });
  });

  test("metadata that is not as its schema says", async () => {
    const folder = sources({
      "dist/zap.js": "var Zap = {};",
      "dist/metadata.json": '{ "app": { "titel": "x" } }',
    });
    const { code, stderr } = await zapc(["audit", "--dist", "dist"], folder);
    expect(code).toBe(2);
    expect(stderr).toContain('/app/titel: "app" of the metadata has an unknown property "titel".');
  });
});

test("finds in built files of any origin what it can, at its place in them", async () => {
  const metadata = {
    app: {
      title: "Deskly",
      version: "1.0.0",
      description: "Deskly is a help desk.",
      auth: { type: "none" },
      category: "x",
    },
    methods: [],
    hydrators: [],
    triggers: [
      {
        key: "thing",
        type: "polling",
        label: "new thing",
        noun: "Thing",
        help_text: "Triggers when there is one.",
        important: true,
        url: "https://deskly.example",
        fields: [],
        sample: { id: 1 },
        methods: [],
      },
    ],
    actions: [],
    searches: [],
  };
  const folder = sources({
    "dist/zap.js":
      "'use strict';\nvar Zap = { thing_post_poll: function (b) {\n  return JSON.parse(b.response.content); } };\n",
    "dist/metadata.json": JSON.stringify(metadata, null, 2),
  });
  const { code, stdout } = await zapc(["audit", "--dist", "dist", "--json"], folder);
  expect(code).toBe(1);
  const { findings } = JSON.parse(stdout);
  expect(findings.map(({ rule, file, line }: never) => `${file}:${line} ${rule}`)).toEqual([
    "dist/metadata.json:17 ZDE005",
    "dist/zap.js:3 ZDW003",
  ]);
  expect(findings[0].silence).toBeUndefined();
});

test("writes a baseline, and from then on tells only what is new", async () => {
  const scripting = sources({ "triggers/thing.ts": trigger.replace("New Thing", "thing") });
  const run = (...more: string[]) => zapc(["audit", "--scripting", ".", ...more], scripting);
  expect((await run()).code).toBe(1);
  expect(await run("--update-baseline")).toEqual({
    code: 0,
    stdout: "zapc-audit-baseline.json: 2 findings that the audit tells no more\n",
    stderr: "",
  });
  const later = await run();
  expect(later.code).toBe(0);
  expect(later.stdout).toMatch(/\nno findings; 2 known to the baseline\n$/);
  const baseline = readFileSync(join(scripting, "zapc-audit-baseline.json"), "utf8");
  expect(JSON.parse(baseline).findings).toEqual([
    { rule: "ZDE005", entity: "triggers/thing", count: 1 },
    { rule: "trigger-label", entity: "triggers/thing", count: 1 },
  ]);
});

test("compares samples with what steps return from recordings", async () => {
  const folder = sources();
  const recording = {
    version: 1,
    now: "2026-03-01T09:00:00.000Z",
    redacted: { headers: [], patterns: [] },
    requests: [
      {
        method: "GET",
        url: "https://deskly.example/things",
        headers: {},
        body: null,
        response: {
          status: 200,
          headers: { "content-type": "application/json" },
          body: '[{"id":2,"title":"x"}]',
        },
      },
    ],
  };
  mkdirSync(join(folder, "recordings/triggers"), { recursive: true });
  writeFileSync(join(folder, "recordings/triggers/thing.json"), JSON.stringify(recording));
  const { code, stdout, stderr } = await zapc(
    ["audit", "--scripting", ".", "--recordings", "recordings", "--format", "markdown"],
    folder,
  );
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(stdout).toBe(`## Audit: 2 warnings

| | rule | place | finding |
|---|---|---|---|
| warning | sample-shape | \`triggers/thing.ts:10\` | Items have "title", which the sample does not have: the editor does not offer it to later steps. Add it to the sample. |
| warning | sample-shape | \`triggers/thing.ts:10\` | The sample has "name", which no item of the recording has. Remove it from the sample, or record a run that returns it. |
`);
});
