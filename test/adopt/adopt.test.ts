import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { adopt, build } from "../../bin/index.mjs";
import { Journal, newId, unfinishedOf } from "../../src/output/journal.ts";

let folder = "";
let out = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "zapc-adopt-"));
  out = join(folder, "scripting");
});

function write(name: string, text: string): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const written = (path: string) => readFileSync(join(out, path), "utf8");

/** The part of a file below its metadata. */
const below = (path: string) => written(path).replace(/^[\s\S]*?\n}\);\n\n/, "");

const lines = (...text: string[]) => `${text.join("\n")}\n`;

describe("a cut", () => {
  test("keeps each comment with its method, and the text of the method", async () => {
    const source = join(import.meta.dirname, "gallery/object-with-comments.js");
    await adopt({ source, out });
    expect(below("triggers/new_ticket.js")).toBe(
      lines(
        "// Triggers",
        "",
        "/** Polls the queue. */",
        "export function pre_poll(bundle) {",
        "  // only open ones",
        "  bundle.request.url = API + '/tickets?queue=' + bundle.trigger_fields.queue;",
        "  return withKey(bundle.request, bundle);",
        "} // end of new_ticket_pre_poll",
        "",
        'export { shared_post as post_poll } from "../shared.js"; // an alias',
      ),
    );
    expect(written("members.js")).toBe(
      lines(
        "// Helpers",
        "export function parse(content) {",
        "  return JSON.parse(content);",
        "}",
        "",
        "export var version = '1.2';",
        "// the end",
      ),
    );
  });

  test("leaves a text over several lines as it is", async () => {
    const source = write(
      "s.js",
      lines("var Zap = {", "    a1_poll: function () {", "        return [`x", "    y`];", "    }", "};"),
    );
    await adopt({ source, out });
    expect(below("triggers/a1.js")).toBe(
      lines("export function poll() {", "    return [`x", "    y`];", "}"),
    );
  });
});

describe("a script", () => {
  const inGallery = (name: string) => adopt({ source: join(import.meta.dirname, "gallery", name), out });

  test.each([
    "in-a-function.js",
    "returned-by-a-function.js",
    "revealing-module.js",
    "coffee.js",
    "coffee-bare.js",
    "among-variables.js",
  ])("is cut into files: %s", async (name) => {
    expect((await inGallery(name)).whole_because).toBeUndefined();
  });

  test("loses the function around it, and the margin there", async () => {
    const { diagnostics } = await inGallery("in-a-function.js");
    expect(below("triggers/new_thing.js")).toBe(
      lines(
        "/* The new thing. */",
        "export function poll(bundle) {",
        "    get(bundle, '/things');",
        "    return [{ id: api.text }];",
        "}",
      ),
    );
    expect(written("shared.js")).toBe(
      lines(
        "// Helpdesk, in a function of its own.",
        "// keeps its variables",
        "'use strict';",
        "",
        'var VERSION = "2.0", api;',
        "",
        "/** Asks the API. */",
        "function get(bundle, path) {",
        "    return z.request({ url: api.base + path, headers: { 'X-V': VERSION } }).content;",
        "}",
        "",
        "api = {",
        "    base: 'https://api.example.com', // no slash",
        "    text: 'over \\",
        "            lines'",
        "};",
        "// for everybody",
        "",
        "export { api, get };",
      ),
    );
    expect(diagnostics.filter(({ code }) => code === "wrapper")).toMatchObject([
      {
        message: "A function around the script keeps its variables to itself, as each module does.",
        line: 2,
        column: 1,
        hint: "It is left out.",
      },
    ]);
  });

  test("has a function in the file of its step where it is declared only for that", async () => {
    await inGallery("declared-functions.js");
    expect(below("triggers/new_lead.js")).toBe(
      lines(
        "/** Polls. */",
        "export function pre_poll(bundle) { bundle.request.params = { a: 1 }; return bundle.request; } // tail",
        "",
        "// The answer.",
        "export function post_poll(bundle) {",
        "  return shared(bundle);",
        "}",
      ),
    );
  });

  test("loses a block of a testing tool that needs a file, which the platform does not have", async () => {
    const source = write(
      "s.js",
      lines(
        "// HEAD",
        "var ErrorException = require('./exceptions');",
        "// END HEAD",
        "var Zap = { a1_post_poll: function (bundle) { throw new ErrorException('no'); } };",
      ),
    );
    const { diagnostics } = await adopt({ source, out });
    expect(diagnostics.map(({ code, line, message, hint }) => ({ code, line, message, hint }))).toEqual([
      {
        code: "testing-code",
        line: 1,
        message:
          "The HEAD block is for a testing tool: it redefines `ErrorException`, from a file that the platform does not have.",
        hint: "It is left out: tests run the compiled file.",
      },
    ]);
    expect(existsSync(join(out, "shared.js"))).toBe(false);
  });

  test("keeps a comment behind Zap on a line of its own", async () => {
    const source = write("s.js", "// above\nvar Zap = { a1_poll: function () { return []; } }; // behind");
    await adopt({ source, out });
    expect(written("shared.js")).toBe("// above\n// behind\n");
  });

  test("is told of a name that no file can declare, which only itself has then", async () => {
    const source = write(
      "s.js",
      "var Zap = { default: 3, a1_poll: function () { return [{ id: this.default }]; } };\n",
    );
    const { whole_because } = await adopt({ source, out });
    expect(whole_because).toBe("no file can export a member named `default`");
    const { diagnostics } = await build({ scripting: out, out: join(folder, "dist") });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("whose hook is polled, too, has an address to poll", async () => {
    const source = write(
      "s.js",
      "var Zap = { lead_catch_hook: function (b) { return []; }, lead_post_poll: function (b) { return []; } };\n",
    );
    await adopt({ source, out });
    expect(written("triggers/lead.js")).toContain('url: "https://address-unknown.invalid/"');
    const { diagnostics } = await build({ scripting: out, out: join(folder, "dist") });
    expect(diagnostics).toEqual([]);
  });

  test("in JavaScript has no finding about types that nobody has written", async () => {
    const source = write(
      "s.js",
      lines(
        "var Zap = {",
        "  /** @param {Object} bundle */",
        "  lead_post_poll: function (bundle) {",
        "    var _ = require('underscore'), args = [], name = 'u' + 'rl';",
        "    args = args.concat(require(name).parse('https://e.org').host);",
        "    _.each(z.JSON.parse(bundle.response.content).items, function (it) { args.push(it); });",
        "    return z.JSON.parse(bundle.response.content).map(function (it) { return { id: it.id, n: args.length }; });",
        "  },",
        "  create_lead_post_write: function (bundle) { if (!bundle) throw new ErrorException('no'); },",
        "  find_lead_pre_search: function (bundle) {",
        "    var method = 'GET';",
        "    return { method: method, url: bundle.request.url };",
        "  },",
        "  deal_post_poll: function (bundle) { return { items: z.JSON.parse(bundle.response.content) }; }",
        "};",
      ),
    );
    await adopt({ source, out });
    const { diagnostics } = await build({ scripting: out, out: join(folder, "dist") });
    expect(diagnostics).toEqual([]);
  });
});

describe("an implicit global", () => {
  const adopted = async (body: string) => {
    const source = write("s.js", `var Zap = { a1_post_poll: function (bundle) {\n${body}\n} };\n`);
    const report = await adopt({ source, out, fix: true });
    const text = readdirSync(out).includes("shared.js") ? written("shared.js") : below("triggers/a1.js");
    return { report, text };
  };

  test("is declared where it is set first", async () => {
    const { report, text } = await adopted("  for (i = 0; i < 3; i++) { item = i; use(item); }");
    expect(text).toContain("for (var i = 0; i < 3; i++) { var item = i; use(item); }");
    expect(report.diagnostics.map(({ code, line, hint }) => [code, line, hint])).toEqual([
      ["implicit-global", 2, "Repaired: declare it in its function: `var i`."],
      ["implicit-global", 2, "Repaired: declare it in its function: `var item`."],
    ]);
  });

  test("is declared at the top level where its value outlives a call", async () => {
    const { text } = await adopted(
      "  count = typeof count === 'undefined' ? 1 : count + 1;\n  return [{ id: count }];",
    );
    expect(text).toMatch(/^var count;$/m);
  });

  test("fails the build as long as it is not repaired", async () => {
    const source = write(
      "s.js",
      "var Zap = { a1_post_poll: function (bundle) {\n  data = [];\n  return data;\n} };\n",
    );
    await adopt({ source, out });
    const { diagnostics } = await build({ scripting: out, out: join(folder, "dist") });
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, message }) => [code, message])).toEqual([
      ["implicit-global", "Nothing declares `data`: to set it throws in strict mode, as zap.js is."],
    ]);
  });
});

describe("a directory", () => {
  const script = "var Zap = { a1_post_poll: function (bundle) { x = 1; return []; } };\n";

  test("is as it was after a second run", async () => {
    const source = write("s.js", script);
    const first = await adopt({ source, out });
    expect(first.written).toBe(first.files.length);
    expect((await adopt({ source, out })).written).toBe(0);
  });

  test("of a run without repairs is replaced by one with them", async () => {
    const source = write("s.js", script);
    await adopt({ source, out });
    expect((await adopt({ source, out, fix: true })).written).toBeGreaterThan(0);
    expect(below("triggers/a1.js")).toContain("var x = 1;");
  });

  test("of a run that was killed while its files took their places is completed by the next", async () => {
    const source = write("s.js", script);
    const { files } = await adopt({ source, out });
    const id = newId();
    for (const file of files.slice(1)) renameSync(file, unfinishedOf(file, id));
    const entries = files.map((file) => ({ name: relative(out, file), replaces: false }));
    new Journal(out, id, entries).write();
    expect((await adopt({ source, out })).written).toBe(0);
    const there = readdirSync(out, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
    expect(there.map(({ name }) => name).sort()).toEqual(files.map((file) => basename(file)).sort());
  });

  test("that was edited is left alone", async () => {
    const source = write("s.js", script);
    await adopt({ source, out });
    writeFileSync(join(out, "app.ts"), "edited");
    await expect(adopt({ source, out, fix: true })).rejects.toThrow(
      `Failed to adopt into ${out}: it holds files already, of which app.ts, triggers/a1.js would be changed.`,
    );
    expect(written("app.ts")).toBe("edited");
  });

  test("is not made of a script with a syntax error, whose line is told", async () => {
    const source = write("s.js", "var Zap = {\n  a1_poll: function () { return [; }\n};\n");
    const { ok, diagnostics } = await adopt({ source, out });
    expect(ok).toBe(false);
    expect(diagnostics).toEqual([
      {
        code: "syntax-error",
        severity: "error",
        message: "Unexpected token.",
        file: source,
        line: 2,
        column: 34,
      },
    ]);
    expect(existsSync(out)).toBe(false);
  });
});

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

test("zapc adopt is told of by a directory of other files", async () => {
  cpSync(join(import.meta.dirname, "gallery"), join(folder, "many"), { recursive: true });
  await expect(adopt({ source: join(folder, "many"), out })).rejects.toThrow(
    `Failed to adopt ${join(folder, "many")}: it has neither index.js with scripting.js nor one script alone.`,
  );
});
