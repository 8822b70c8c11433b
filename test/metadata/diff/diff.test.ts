import { describe, expect, test } from "vitest";
import type { Change } from "../../../src/metadata/diff/change.ts";
import { diff } from "../../../src/metadata/diff/diff.ts";
import { diffMarkdown } from "../../../src/metadata/diff/markdown.ts";
import { methodChanges } from "../../../src/metadata/diff/script-changes.ts";
import type { Metadata } from "../../../src/model/definitions.ts";
import { type Draft, deskly, parts } from "../../audit/deskly.ts";
import { type Seeded, seeded, seededInOAuth, withOAuth } from "./seeded.ts";

const script =
  "'use strict';\nvar Zap = { new_ticket_pre_poll: function (bundle) { return bundle.request; } };\n";

function changed(change: (metadata: Draft) => void, from: Metadata = deskly): Metadata {
  const metadata = structuredClone(from);
  change(metadata);
  return metadata;
}

const version = (metadata: Metadata, code = script) => ({ name: "dist", metadata, script: code });
const asText = ({ kind, id, entity }: Change) => `${kind} ${id} ${entity}`;

async function finds({ change, finds: expected, says }: Seeded, from: Metadata): Promise<void> {
  const { changes, ok, unchecked } = await diff(version(from), version(changed(change, from)));
  expect(changes.map(asText)).toEqual(expected);
  if (says) expect(changes.map(({ message }) => message)).toEqual(says);
  expect(ok).toBe(!expected.some((it) => it.startsWith("break ")));
  expect(unchecked).toEqual([]);
  for (const { kind, hint } of changes) if (kind === "break") expect(hint).toMatch(/\.$/);
}

describe("a difference of the metadata", () => {
  test.each(seeded.map((it) => [it.name, it] as const))("%s", async (_, it) => finds(it, deskly));
  test.each(seededInOAuth.map((it) => [it.name, it] as const))("%s", async (_, it) =>
    finds(it, changed(withOAuth)),
  );

  test("is none between the same versions", async () => {
    expect(await diff(version(deskly), version(structuredClone(deskly)))).toEqual({
      ok: true,
      old: "dist",
      new: "dist",
      changes: [],
      methods: [],
      unchecked: [],
    });
  });

  test("has the id of the current platform's check where it is known", async () => {
    const after = changed((it) => {
      it.triggers.splice(3, 1);
      parts.ticket(it).fields.pop();
      delete parts.find(it).sample.title;
    });
    const { changes } = await diff(version(deskly), version(after));
    expect(changes.filter(({ kind }) => kind === "break").map(({ id, today }) => `${id} ${today}`)).toEqual([
      "ZDE503 C001",
      "field-removed C002",
      "sample-key-removed C003",
    ]);
  });
});

describe("methods of the script", () => {
  const code = (body: string, helper = "return items;") => `'use strict';
var Zap = (function () {
  // A comment.
  var limit = 100;
  function sorted(items) { ${helper} }
  function new_ticket_post_poll(bundle) { ${body} }
  function create_ticket_pre_write(bundle) { return bundle.request; }
  return { new_ticket_post_poll: new_ticket_post_poll, create_ticket_pre_write: create_ticket_pre_write };
})();
`;

  test("that differ are named, also where only what they use does", () => {
    const body = "return sorted(z.JSON.parse(bundle.response.content));";
    expect(methodChanges(code(body), code(body))).toEqual([]);
    expect(methodChanges(code(body), code(`return sorted([]);`))).toEqual([
      { method: "new_ticket_post_poll", change: "changed", own: true },
    ]);
    expect(methodChanges(code(body), code(body, "return items.reverse();"))).toEqual([
      { method: "new_ticket_post_poll", change: "changed", own: false, uses: ["sorted"] },
    ]);
  });

  test("are the same with other comments and another layout, and in another shape of the script", () => {
    const before = code("return sorted([]);");
    const layout = before
      .replace("// A comment.", "/* More\n of it. */")
      .replaceAll("{ return", "{\n    return");
    expect(methodChanges(before, layout)).toEqual([]);
    const plain = `var limit = 100;
      function sorted(items) { return items; }
      var Zap = {
        create_ticket_pre_write: function (bundle) { return bundle.request; },
      };
      Zap.new_ticket_post_poll = function (bundle) { return sorted([]); };`;
    expect(methodChanges(plain, plain.replace("return items;", "return [];"))).toEqual([
      { method: "new_ticket_post_poll", change: "changed", own: false, uses: ["sorted"] },
    ]);
  });

  test("may come and go", () => {
    const before = "var Zap = { a_poll: function () {}, b_poll: function () {} };";
    expect(methodChanges(before, before.replace("b_poll", "c_poll"))).toEqual([
      { method: "b_poll", change: "removed" },
      { method: "c_poll", change: "added" },
    ]);
  });

  test("cannot be told apart in a script that does not parse, or has none", () => {
    expect(methodChanges("var Zap = {", "var Zap = {};")).toBeUndefined();
    expect(methodChanges("module.exports = {};", "var Zap = {};")).toBeUndefined();
  });
});

describe("the ids and keys of items", () => {
  const before = `var Zap = { new_ticket_post_poll: function (b) { return z.JSON.parse(b.response.content); } };`;
  const after = before.replace("return ", "return _.first(").replace("content);", "content), 9);");

  test("are unknown where a method that makes them differs, and nothing else tells", async () => {
    const { changes, ok } = await diff(version(deskly, before), version(deskly, after));
    expect(ok).toBe(true);
    expect(changes).toEqual([
      {
        kind: "unknown",
        id: "dedupe-id",
        entity: "triggers/new_ticket",
        message:
          'It is unknown whether the items of the trigger "new_ticket" keep their ids and keys: new_ticket_post_poll differs.',
        hint: "Compare what both versions return from a recording: `--recordings DIR`.",
      },
    ]);
  });

  test("are compared by a recording", async () => {
    const items = [{ id: 7, title: "x" }];
    const compare = (was: unknown[], is: unknown[]) =>
      diff(version(deskly, before), version(deskly, after), async ({ key }) =>
        key === "new_ticket" ? { before: was, after: is } : undefined,
      );
    expect((await compare(items, items)).changes).toEqual([]);
    const other = await compare(items, [{ id: "7:1", title: "x", team: 3 }]);
    expect(other.changes.map(asText)).toEqual([
      "break dedupe-id triggers/new_ticket",
      "changed sample-type triggers/new_ticket",
      "new sample-key-added triggers/new_ticket",
    ]);
    expect(other.changes[0]).toMatchObject({ before: ["7"], after: ["7:1"] });
    const gone = await compare(items, [{ id: 7 }]);
    expect(gone.changes.map(({ message }) => message)).toEqual([
      '"title" is gone from what the trigger "new_ticket" gives from the recording: later steps of Zaps use it.',
    ]);
  });

  test("are unknown where the recording cannot be replayed, or the scripts are not at hand", async () => {
    const why = async () => ({ why: "the new version asks for something else" });
    const { changes } = await diff(version(deskly, before), version(deskly, after), why);
    expect(changes[0]?.message).toContain(
      "keep their ids and keys: the new version asks for something else.",
    );
    const without = await diff({ name: "old.json", metadata: deskly }, version(deskly, after));
    expect(without.unchecked).toEqual(["The scripts were not compared: old.json has no zap.js."]);
    expect(without.methods).toBeUndefined();
    expect(new Set(without.changes.map(({ kind }) => kind))).toEqual(new Set(["unknown"]));
    const same = { name: "old.json", metadata: { ...deskly, script: "0123456789abcdef" } };
    expect(await diff(same, same)).toMatchObject({ changes: [], methods: [], unchecked: [] });
  });
});

describe("as Markdown", () => {
  test("the breaks stand first, with what to do instead, and the rest is folded", async () => {
    const after = changed((it) => {
      parts.ticket(it).fields.pop();
      parts.ticket(it).help_text = "Triggers when a <ticket> comes.";
    });
    const code = script.replace("bundle.request;", "null;");
    expect(
      diffMarkdown(await diff(version(deskly), version(after, code))),
    ).toBe(`## From \`dist\` to \`dist\`: 1 break, 1 unknown, 1 text, 1 method of the script

### Breaks live Zaps

- \`triggers/new_ticket/fields/tag\` The field "tag" of the trigger "new\\_ticket" was removed: the values that users filled in are lost. **Instead:** Keep it, and say in its help text that it is not used any more. (field-removed, today C002)

### May break live Zaps

- \`triggers/new_ticket\` It is unknown whether the items of the trigger "new\\_ticket" keep their ids and keys: new\\_ticket\\_pre\\_poll differs. **Instead:** Compare what both versions return from a recording: \`--recordings DIR\`. (dedupe-id)

<details><summary>Text only (1)</summary>

- \`triggers/new_ticket\` The \`help_text\` of the trigger "new\\_ticket" was "Triggers when a ticket is opened.", and is "Triggers when a &lt;ticket&gt; comes." now. (step-text)

</details>

<details><summary>Methods of the script (1)</summary>

- \`new_ticket_pre_poll\`: changed

</details>
`);
  });

  test("is cut below 65,000 characters, with a note, and every fold closed", async () => {
    const many = (label: string) =>
      changed((it) => {
        it.triggers = Array.from({ length: 600 }, (_, index) => ({
          ...structuredClone(parts.ticket(it)),
          key: `new_ticket_${index}`,
          label: `${label} ${index}`,
        }));
      });
    const markdown = diffMarkdown(
      await diff(version(many("New Ticket")), version(many("New or Updated Ticket"))),
    );
    expect(markdown.length).toBeLessThan(65_000);
    expect(markdown.length).toBeGreaterThan(60_000);
    expect(markdown).toMatch(
      /\n<\/details>\n\n_\d+ of 600 lines are left out: a comment takes no more\. `zapc diff` shows all\._\n$/,
    );
    const [, left] = /_(\d+) of/.exec(markdown) ?? [];
    expect(markdown.match(/^- /gm)).toHaveLength(600 - Number(left));
  });
});
