import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { audit } from "../../src/audit/audit.ts";
import { auditedSources } from "../../src/audit/audited.ts";
import { initCommand } from "../../src/cli/init.ts";
import { add } from "../../src/scaffold/add.ts";
import { type AuthName, authKinds } from "../../src/scaffold/auth-kinds.ts";
import { type Initialized, init } from "../../src/scaffold/init.ts";
import { projectFiles } from "../../src/scaffold/project-files.ts";
import { wordsFor } from "../../src/scaffold/words.ts";
import { Cache } from "../../src/source/cache.ts";

function newProject(auth: AuthName = "api_key"): { directory: string; done: Initialized } {
  const directory = join(mkdtempSync(join(tmpdir(), "zapc new project ")), "helpdesk");
  const done = init(directory, {
    ...{ title: "Helpdesk", url: "https://api.helpdesk.example/v2/", auth, noun: "Ticket" },
  });
  return { directory, done };
}

const scripting = "scripting";

describe("a new project", () => {
  test("with a session and a step of each template has no finding", async () => {
    const { directory } = newProject("session");
    const steps = [
      ["trigger", "new_comment", "polling"],
      ["trigger", "updated_rating", "hook"],
      ["trigger", "new_answer", "custom_fields"],
      ["action", "create_ticket", "plain"],
      ["action", "reply", "custom_fields"],
      ["search", "find_contact", "search_or_create"],
      ["search", "find_company", "custom_fields"],
      ["search", "find_agent", "plain"],
    ] as const;
    for (const [kind, key, template] of steps) await add({ kind, key, template, scripting }, directory);
    const audited = await auditedSources(join(directory, scripting), new Cache());
    expect(audit(audited, { severities: {} }).findings).toEqual([]);
    expect(audited.compiled?.metadata.actions.map(({ key }) => key)).toEqual([
      "create_contact",
      "create_ticket",
      "reply",
    ]);
    expect(readFileSync(join(directory, "scripting/app.ts"), "utf8")).toContain(`
  subscribe_url: "https://api.helpdesk.example/v2/hooks",
  unsubscribe_url: "https://api.helpdesk.example/v2/hooks",
} as const satisfies App;`);
  });

  test("has a recording that a later one may replace", () => {
    const { directory } = newProject();
    const recording = readFileSync(join(directory, "test/recordings/triggers/new_ticket.json"), "utf8");
    expect(JSON.parse(recording).generator).toMatch(/^zapc \d/);
  });

  test("keeps what is there, and says what it lacks", () => {
    const directory = mkdtempSync(join(tmpdir(), "zapc-"));
    const own = '{ "name": "mine", "scripts": { "test": "true" }, "devDependencies": { "vitest": "*" } }';
    write(directory, "package.json", own);
    const { kept, missing } = init(directory, {
      title: "Helpdesk",
      url: "https://a.example",
      auth: "none",
    });
    expect(readFileSync(join(directory, "package.json"), "utf8")).toBe(own);
    expect(kept).toEqual(["package.json"]);
    expect(Object.keys(missing.scripts ?? {})).toEqual(["build", "audit", "check"]);
    expect(Object.keys(missing.devDependencies ?? {})).toEqual(["@types/node", "typescript", "zapc"]);
  });

  test("is not begun where sources are", () => {
    const directory = mkdtempSync(join(tmpdir(), "zapc-"));
    write(directory, "scripting/app.ts", "export const app = 1;");
    expect(() => init(directory, { title: "Helpdesk", url: "https://a.example", auth: "none" })).toThrow(
      `Failed to begin a project in ${directory}: scripting/app.ts is there already.`,
    );
    expect(readdirSync(directory)).toEqual(["scripting"]);
  });

  test.each(Object.keys(authKinds) as AuthName[])("has the same files each time, with auth %s", (auth) => {
    const project = {
      title: "A",
      description: "A is a B.",
      category: "C",
      auth,
      api: "https://a.example",
      noun: "D",
    };
    const files = projectFiles(project, {});
    expect(projectFiles(project, {})).toEqual(files);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  });
});

describe("without a terminal", () => {
  test("the missing options are named, with examples", async () => {
    await expect(initCommand("x", { title: "Helpdesk" })).rejects.toMatchObject({
      fault:
        "Failed to begin a project in x: --url and --auth are missing, and there is no terminal to ask on.",
      hint: "--url https://api.helpdesk.example --auth none|api_key|api_key_querystring|basic|digest|session|oauth1|oauth2|oauth2_refresh",
    });
  });

  test.each([
    [
      { url: "http://a.example" },
      '--url is "http://a.example", and must be an https address such as https://api.example.com.',
    ],
    [
      { url: "https://a.example?x=1" },
      '--url is "https://a.example?x=1", and must be an address without a query, such as https://api.example.com/v2.',
    ],
    [{ title: "a\nb" }, '--title is "a\\nb", and must be a name on one line, such as Helpdesk.'],
    [{ noun: "7" }, '--noun is "7", and must be a word or two, such as Ticket or Support Ticket.'],
  ])("%j is refused", async (wrong, message) => {
    const fine = { title: "Helpdesk", url: "https://a.example", auth: "none" } as const;
    await expect(initCommand("x", { ...fine, ...wrong })).rejects.toMatchObject({
      fault: `Failed to begin a project in x: ${message}`,
    });
  });
});

describe("a step is refused", () => {
  let directory: string;
  beforeAll(() => {
    directory = newProject().directory;
  });

  test.each([
    [
      { kind: "trigger", key: "new-ticket" },
      'Failed to add the trigger "new-ticket": this is not a valid key.',
      "A key begins with a letter, and has letters, digits and underscores, at least 2 of them: new_ticket.",
    ],
    [
      { kind: "trigger", key: "new_ticket" },
      'Failed to add the trigger "new_ticket": there is one already.',
      "Choose a key that is none of me, new_ticket.",
    ],
    [
      { kind: "trigger", key: "New_Ticket" },
      'Failed to add the trigger "New_Ticket": there is the trigger "new_ticket" already.',
      "Choose a key that is none of me, new_ticket.",
    ],
    [
      { kind: "action", key: "create_ticket", template: "hook" },
      'Failed to add the action "create_ticket": actions have no template "hook".',
      "Choose one of plain, custom_fields.",
    ],
  ] as const)("%j", async (wrong, fault, hint) => {
    const before = readdirSync(directory, { recursive: true });
    await expect(add({ ...wrong, scripting }, directory)).rejects.toMatchObject({ fault, hint });
    expect(readdirSync(directory, { recursive: true })).toEqual(before);
  });

  test("where its test is there already", async () => {
    const { directory } = newProject();
    write(directory, "test/actions/create_ticket.test.ts", "// mine");
    await expect(add({ kind: "action", key: "create_ticket", scripting }, directory)).rejects.toMatchObject({
      fault: 'Failed to add the action "create_ticket": test/actions/create_ticket.test.ts is there already.',
    });
    expect(readdirSync(join(directory, "scripting"))).not.toContain("actions");
  });
});

test.each([
  ["trigger", "new_support_ticket", "New Support Ticket", "Triggers when there is a new support ticket."],
  ["trigger", "updated_entry", "Updated Entry", "Triggers when an entry is updated."],
  ["trigger", "rating", "New Rating", "Triggers when there is a new rating."],
  ["action", "create_ticket", "Create Ticket", "Creates a ticket."],
  ["action", "attachFile", "Attach File", "Attaches a file."],
  ["search", "find_entry", "Find Entry", "Finds an entry by its title."],
] as const)("the %s %s reads well", (kind, key, label, help_text) => {
  expect(wordsFor(kind, { key })).toMatchObject({ label, help_text });
});

function write(directory: string, path: string, text: string): void {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), text);
}
