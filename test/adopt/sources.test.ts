import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { adopt, build } from "../../bin/index.mjs";
import { beginFolder, folder, out, write, written } from "./folder.ts";

beforeEach(beginFolder);

describe("metadata", () => {
  const script = "var Zap = { lead_post_poll: function (bundle) { return []; } };\n";

  test("of a converted CLI app become those of the sources", async () => {
    const app = {
      "index.js": `const lead = require('./triggers/lead');
        const fs = require('fs');
        module.exports = {
          version: require('./package.json').version,
          platformVersion: require('zapier-platform-core').version,
          authentication: require('./authentication'),
          triggers: { [lead.key]: lead },
          beforeRequest: [(request, z, bundle) => z.legacyScripting.beforeRequest(request, z, bundle)],
          legacy: {
            scriptingSource: fs.readFileSync('./scripting.js').toString(),
            authentication: { mapping: { 'X-Key': '{{key}}' }, placement: 'header', testTrigger: 'lead' },
            triggers: { lead: { operation: { url: 'https://api.example.com/leads' } } },
          },
        };`,
      "authentication.js": `module.exports = { type: 'custom', test: {}, fields: [
        { key: 'key', label: 'Key', type: 'password', required: true }] };`,
      "triggers/lead.js": `module.exports = { key: 'lead', noun: 'Lead',
        display: { label: 'New Lead', description: 'Triggers on a lead.' },
        operation: { perform: () => {}, inputFields: [{ key: 'stage', label: 'Stage', type: 'integer', choices: ['1', '2'] }],
          sample: { id: 4 } } };`,
      "package.json": '{ "name": "lead-machine", "version": "2.1.0" }',
      "scripting.js": script,
    };
    for (const [name, text] of Object.entries(app)) write(`app/${name}`, text);
    await adopt({ source: join(folder, "app"), out });
    const dist = join(folder, "dist");
    await build({ scripting: out, out: dist });
    const { app: described, triggers } = JSON.parse(readFileSync(join(dist, "metadata.json"), "utf8"));
    expect(described).toMatchObject({
      title: "Lead Machine",
      version: "2.1.0",
      test_trigger: "lead",
      auth: {
        type: "api_key",
        placement: "header",
        mapping: { "X-Key": "{{key}}" },
        fields: [{ key: "key", label: "Key", type: "password", required: true }],
      },
    });
    expect(triggers).toEqual([
      {
        key: "lead",
        type: "polling",
        label: "New Lead",
        noun: "Lead",
        help_text: "Triggers on a lead.",
        url: "https://api.example.com/leads",
        fields: [{ key: "stage", label: "Stage", type: "int", choices: ["1", "2"] }],
        sample: { id: 4 },
        methods: ["post_poll"],
      },
    ]);
  });

  test("of the JSON that convert reads are taken, and its script", async () => {
    const definition = {
      triggers: {
        lead: { key: "lead", noun: "Lead", display: { label: "New Lead" }, operation: { inputFields: [] } },
      },
      legacy: {
        scriptingSource: script,
        triggers: { lead: { operation: { url: "https://api.example.com/leads" } } },
      },
    };
    const source = write("app.json", JSON.stringify({ definition_override: definition }));
    await adopt({ source, out });
    expect(written("triggers/lead.js")).toContain('label: "New Lead"');
  });

  test("of the Web Builder's dump beside the script are taken", async () => {
    const source = write("scripting.js", script);
    write("general.json", '{ "title": "Leads", "test_trigger_key": "lead", "auth_type": "No Auth" }');
    write(
      "triggers.json",
      '{ "lead": { "label": "Dumped Lead", "noun": "Lead", "url": "https://api.example.com/l", "fields": {} } }',
    );
    await adopt({ source, out });
    expect(written("triggers/lead.js")).toContain('label: "Dumped Lead"');
    expect(written("app.ts")).toContain('title: "Leads"');
  });

  test("that nothing says are marked as inferred", async () => {
    const source = write(
      "s.js",
      "var Zap = { lead_pre_poll: function (bundle) { return { url: 'https://a.example/' + bundle.trigger_fields.q1 }; } };\n",
    );
    await adopt({ source, out });
    expect(written("triggers/lead.js")).toMatch(
      /^\/\/ zapc-todo [\da-f]{8}: inferred from the script, as no metadata says it: type, label, noun, help_text, url, fields \(q1\), sample\n/,
    );
  });
});

test("a directory of several scripts is refused", async () => {
  const many = join(folder, "many");
  write("many/one.js", "var Zap = {};\n");
  write("many/other.js", "var Zap = {};\n");
  await expect(adopt({ source: many, out })).rejects.toMatchObject({
    fault: `Failed to adopt ${many}: it holds 2 scripts, and none is scripting.js.`,
    hint: `Name the script: ${join(many, "one.js")}, say.`,
  });
});

test("a dump without a script is refused", async () => {
  const dump = join(folder, "dump");
  write("dump/general.json", "{}");
  await expect(adopt({ source: dump, out })).rejects.toMatchObject({
    fault: `Failed to adopt ${dump}: there is no script in it.`,
    hint:
      "Put the script into it as scripting.js. Name a script, the directory of a converted CLI app, or the JSON that " +
      "`zapier-platform convert --json` reads.",
  });
});
