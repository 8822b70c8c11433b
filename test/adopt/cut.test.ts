import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { adopt, build } from "../../bin/index.mjs";
import { beginFolder, below, folder, lines, out, write, written } from "./folder.ts";

beforeEach(beginFolder);

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
    "odd-names-and-shared.js",
    "replaced-members.js",
    "scope-zap.js",
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

  test("is told why the platform calls no method of a key that it has not, or that is none", async () => {
    const source = write(
      "s.js",
      "var Zap = {\n  a_post_poll: function () { return []; },\n  lead_poll: function () { return []; }\n};\n",
    );
    const metadata = write("metadata.json", '{ "triggers": [{ "key": "invoice", "label": "Invoice" }] }');
    const { diagnostics } = await adopt({ source, out, metadata });
    expect(diagnostics.map(({ message, hint }) => [message, hint])).toEqual([
      [
        'The trigger "invoice" has no method in the script: the platform does all of it by the metadata.',
        undefined,
      ],
      [
        "The platform never calls `a_post_poll`.",
        "`a` is not a valid key: a key has at least two characters, a letter first, then letters, digits or underscores. It is kept in members.js.",
      ],
      ["The platform never calls `lead_poll`.", "No trigger has the key `lead`. It is kept in members.js."],
    ]);
  });

  test("is told of a member that a later one replaces", async () => {
    const source = write(
      "s.js",
      "var Zap = {\n  a1_poll: function () { return [1]; },\n  a1_poll: function () { return []; }\n};\n",
    );
    const { diagnostics, whole_because } = await adopt({ source, out });
    expect(whole_because).toBeUndefined();
    expect(diagnostics).toEqual([
      {
        code: "replaced-member",
        severity: "warning",
        message: "`a1_poll` is put on `Zap` twice: the one in line 3 replaces this one.",
        file: source,
        line: 2,
        column: 3,
        hint: "It is left out.",
      },
    ]);
  });
});
