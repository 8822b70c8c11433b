/** A mistake that its author makes one day, and what zapc must say of it. */
export interface Mistake {
  /** What went wrong: the test's name. */
  readonly name: string;
  /** Changes of files: texts to replace in them, their whole text, or null for a file that is not there. */
  readonly files?: { readonly [file: string]: Replacement | string | null };
  /** The command; `zapc build` where it is left out. A simulator sends its requests to Deskly, unless the command says where. */
  readonly command?: readonly string[];
  /** What comes from standard input. */
  readonly input?: string;
  readonly code: 1 | 2;
  /** Where the mistake is. */
  readonly place: string;
  /** What to do about it. */
  readonly remedy: string;
}

interface Replacement {
  readonly replace: string;
  readonly by: string;
}

const account = ["--auth", "account.json"];
const poll = ["simulate", "poll", "updated_ticket", ...account];
const write = ["simulate", "write", "create_ticket", ...account, "--fields", "fields.json"];
const rating = ["simulate", "zap", "scenario.json", ...account];
const ticket = { title: "Help", queue: "support", requester__email: "bob@example.com" };

const inSources: readonly Mistake[] = [
  {
    name: "a misspelt property of the bundle",
    files: {
      "scripting/triggers/updated_ticket.ts": { replace: "response.content", by: "response.contents" },
    },
    code: 1,
    place: "scripting/triggers/updated_ticket.ts:24:",
    remedy: "'content'",
  },
  {
    name: "a misspelt field",
    files: {
      "scripting/triggers/updated_ticket.ts": {
        replace: "trigger_fields.urgent",
        by: "trigger_fields.urgnet",
      },
    },
    code: 1,
    place: "scripting/triggers/updated_ticket.ts:25:",
    remedy: "'urgent'",
  },
  {
    name: "items without an id",
    files: {
      "scripting/triggers/queues.ts": { replace: "{ id: slug, title: name }", by: "{ slug, title: name }" },
    },
    code: 1,
    place: "scripting/triggers/queues.ts:",
    remedy: "give every item one",
  },
  {
    name: "an export that is no method",
    files: { "scripting/triggers/queues.ts": { replace: "function post_poll", by: "function post_pol" } },
    code: 1,
    place: "scripting/triggers/queues.ts:",
    remedy: "post_poll",
  },
  {
    name: "a function of a newer standard library",
    files: {
      "scripting/searches/find_queue.ts": { replace: "name.toLowerCase() ===", by: "name.includes('x') ===" },
    },
    code: 1,
    place: "scripting/searches/find_queue.ts:",
    remedy: "indexOf",
  },
  {
    name: "a method that is async",
    files: {
      "scripting/triggers/queues.ts": {
        replace: "export function pre_poll",
        by: "export async function pre_poll",
      },
    },
    code: 1,
    place: "scripting/triggers/queues.ts:",
    remedy: "z.request",
  },
  {
    name: "fetch",
    files: { "scripting/api.ts": { replace: "z.request({", by: "fetch({" } },
    code: 1,
    place: "scripting/api.ts:",
    remedy: "z.request",
  },
  {
    name: "a syntax error",
    files: { "scripting/ticket.ts": { replace: "return {", by: "return {{" } },
    code: 1,
    place: "scripting/ticket.ts:11:",
    remedy: "Property assignment expected.",
  },
  {
    name: "a test trigger that is not there",
    files: { "scripting/app.ts": { replace: '"account"', by: '"acount"' } },
    code: 1,
    place: "scripting/app.ts:",
    remedy: 'Did you mean "account"?',
  },
  {
    name: "a version of two parts",
    files: { "scripting/app.ts": { replace: '"1.0.0"', by: '"1.0"' } },
    code: 1,
    place: "scripting/app.ts:",
    remedy: "must match",
  },
  {
    name: "a dropdown that nothing fills",
    files: { "scripting/triggers/updated_ticket.ts": { replace: "queues.id.title", by: "queue.id.title" } },
    code: 1,
    place: "scripting/triggers/updated_ticket.ts:",
    remedy: 'Did you mean "queues"?',
  },
  {
    name: "a search connector that finds nothing",
    files: { "scripting/actions/create_ticket.ts": { replace: "find_queue.id", by: "find_queues.id" } },
    code: 1,
    place: "scripting/actions/create_ticket.ts:",
    remedy: 'Did you mean "find_queue"?',
  },
  {
    name: "a variable that no field has",
    files: { "scripting/actions/attach_file.ts": { replace: "{{ticket}}", by: "{{tiket}}" } },
    code: 1,
    place: "scripting/actions/attach_file.ts:",
    remedy: "ticket",
  },
  {
    name: "two fields with one key",
    files: { "scripting/actions/attach_file.ts": { replace: 'key: "caption"', by: 'key: "file"' } },
    code: 1,
    place: "scripting/actions/attach_file.ts:",
    remedy: "before this one",
  },
  {
    name: "an object sent as JSON",
    files: {
      "scripting/actions/create_ticket.ts": {
        replace: "z.JSON.stringify({ ticket: { ...ticket, parts, total } })",
        by: "{ title: ticket.title }",
      },
    },
    code: 1,
    place: "scripting/actions/create_ticket.ts:",
    remedy: "return `z.JSON.stringify(…)`",
  },
  {
    name: "a package that is not installed",
    files: {
      "scripting/ticket.ts": { replace: "/** A ticket", by: 'import slugify from "slugify";\n/** A ticket' },
    },
    code: 1,
    place: "scripting/ticket.ts:1:",
    remedy: "Install it with npm",
  },
  {
    name: "the platform, used while the file loads",
    files: {
      "scripting/ticket.ts": {
        replace: "/** A ticket",
        by: "const now = moment();\nexport const year = now.year();\n/** A ticket",
      },
    },
    code: 1,
    place: "scripting/ticket.ts:1:",
    remedy: "method",
  },
  {
    name: "a source in a module of JavaScript",
    files: { "scripting/triggers/old_ticket.mjs": "export const trigger = {};\n" },
    code: 1,
    place: "scripting/triggers/old_ticket.mjs",
    remedy: ".ts",
  },
  {
    name: "a function of zapc in scripting",
    files: {
      "scripting/ticket.ts": {
        replace: "/** A ticket",
        by: 'import { build } from "zapc";\nbuild();\n/** A ticket',
      },
    },
    code: 1,
    place: "scripting/ticket.ts:1:",
    remedy: "import type",
  },
  {
    name: "hooks without an address to subscribe at",
    files: { "scripting/app.ts": { replace: '  subscribe_url: "https://{{domain}}/api/hooks",\n', by: "" } },
    code: 1,
    place: "scripting/triggers/new_",
    remedy: "Add `subscribe_url` and `unsubscribe_url` to app.ts.",
  },
  {
    name: "a dropdown whose labels no item has",
    files: { "scripting/triggers/updated_ticket.ts": { replace: "queues.id.title", by: "queues.id.name" } },
    code: 1,
    place: "scripting/triggers/updated_ticket.ts:10:",
    remedy: "It has id, title.",
  },
  {
    name: "a text that differs from build to build",
    files: {
      "scripting/triggers/account.ts": {
        replace: '"Tests an account."',
        by: "new Date().toISOString()",
      },
    },
    code: 1,
    place: "scripting/triggers/account.ts:",
    remedy: "help_text",
  },
  {
    name: "no app.ts",
    files: { "scripting/app.ts": null },
    code: 2,
    place: "scripting",
    remedy: "--scripting DIR",
  },
  {
    name: "a folder of sources that is not there",
    command: ["build", "--scripting", "scripts"],
    code: 2,
    place: "scripts",
    remedy: "--scripting",
  },
];

const onTheCommandLine: readonly Mistake[] = [
  { name: "a command that is not there", command: ["biuld"], code: 2, place: "biuld", remedy: "build" },
  {
    name: "an option that is not there",
    command: [...poll, "--feilds", "fields.json"],
    code: 2,
    place: "--feilds",
    remedy: "--fields",
  },
  {
    name: "an output folder that is one of the sources",
    command: ["build", "--out", "scripting"],
    code: 2,
    place: "it holds the sources",
    remedy: "--out",
  },
  {
    name: "no account",
    command: ["simulate", "poll", "updated_ticket"],
    code: 2,
    place: '"domain" (Domain)',
    remedy: "--auth FILE",
  },
  {
    name: "a trigger that is not there",
    command: ["simulate", "poll", "updated_tickets", ...account],
    code: 2,
    place: "updated_tickets",
    remedy: "Did you mean updated_ticket?",
  },
  {
    name: "a file that is not there",
    command: ["simulate", "poll", "updated_ticket", "--auth", "acount.json"],
    code: 2,
    place: "acount.json",
    remedy: "there is no such file",
  },
  {
    name: "JSON with a comma too much",
    files: { "account.json": '{ "domain": "acme.deskly.example", }' },
    command: poll,
    code: 1,
    place: "account.json: line 1, column 36",
    remedy: "the comma before `}` is one too many",
  },
  {
    name: "a list in place of an object",
    files: { "account.json": "[]" },
    command: poll,
    code: 1,
    place: "account.json",
    remedy: "It must be an object",
  },
  {
    name: "an account that was never connected",
    files: { "account.json": '{ "domain": "acme.deskly.example" }' },
    command: poll,
    code: 1,
    place: "https://acme.deskly.example/api/tickets",
    remedy: "zapc simulate auth",
  },
  {
    name: "a field that is not there",
    files: { "fields.json": '{ "que": "support" }' },
    command: [...poll, "--fields", "fields.json"],
    code: 1,
    place: '"que"',
    remedy: "There are: queue, urgent, since.",
  },
  {
    name: "a required field that is empty",
    files: { "fields.json": JSON.stringify({ ...ticket, title: "" }) },
    command: write,
    code: 1,
    place: '"title" (Title)',
    remedy: "required",
  },
  {
    name: "an object for a field of one value",
    files: { "fields.json": JSON.stringify({ ...ticket, title: { text: "Help" } }) },
    command: write,
    code: 1,
    place: '"title" (Title)',
    remedy: "one value",
  },
  {
    name: "a value that a dropdown does not offer",
    files: {
      "scenario.json":
        '{ "trigger": "new_rating", "trigger_fields": { "at_most": 9 }, "steps": [{ "type": "turn_off" }] }',
    },
    command: rating,
    code: 1,
    place: '"at_most" (At Most)',
    remedy: "There are: 1, 2, 3.",
  },
  {
    name: "a scenario with a step that is none",
    files: { "scenario.json": '{ "trigger": "new_rating", "steps": [{ "type": "turn-off" }] }' },
    command: rating,
    code: 1,
    place: "scenario.json",
    remedy: "turn_off",
  },
  {
    name: "a poll of a Zap that waits for hooks",
    files: { "scenario.json": '{ "trigger": "new_rating", "steps": [{ "type": "poll" }] }' },
    command: rating,
    code: 1,
    place: "the Zap of new_rating",
    remedy: "await zap.hook",
  },
  {
    name: "a script that was not built",
    command: [...poll, "--dist", "out"],
    code: 2,
    place: "from out/",
    remedy: "`zapc build` writes both files",
  },
  {
    name: "an address without a protocol",
    command: [...poll, "--url-base", "127.0.0.1:8080"],
    code: 2,
    place: "--url-base",
    remedy: "http://127.0.0.1",
  },
  {
    name: "a time without a zone",
    command: [...poll, "--now", "2026-03-01 09:00"],
    code: 2,
    place: "--now",
    remedy: "2026-03-01T09:00:00Z",
  },
  {
    name: "a runtime that is not there",
    command: [...poll, "--runtime", "old"],
    code: 2,
    place: "--runtime",
    remedy: "converted, legacy",
  },
  {
    name: "a server that is not there",
    command: [...poll, "--url-base", "http://127.0.0.1:1"],
    code: 1,
    place: "https://acme.deskly.example/api/tickets",
    remedy: "ECONNREFUSED",
  },
  {
    name: "a recording that is not there",
    command: [...poll, "--replay", "polls.json"],
    code: 2,
    place: "polls.json",
    remedy: "there is no such file",
  },
  {
    name: "a recording that would replace another file",
    command: [...poll, "--record", "account.json"],
    code: 2,
    place: "account.json",
    remedy: "--force",
  },
  {
    name: "a step that is named without its folder",
    command: ["simulate", "dropdown", "create_ticket", "queue", ...account],
    code: 2,
    place: '"create_ticket"',
    remedy: "actions/create_ticket",
  },
  {
    name: "a dropdown of a field without one",
    command: ["simulate", "dropdown", "actions/create_ticket", "title", ...account],
    code: 2,
    place: "title",
    remedy: "prefill",
  },
  {
    name: "a page that is no number",
    command: ["simulate", "dropdown", "actions/create_ticket", "queue", ...account, "--page", "two"],
    code: 2,
    place: "--page",
    remedy: "It must be a whole number",
  },
  {
    name: "a search that cannot create",
    files: { "fields.json": '{ "name": "Sales" }' },
    command: [
      "simulate",
      "search",
      "find_queue",
      ...account,
      "--fields",
      "fields.json",
      "--create",
      "fields.json",
    ],
    code: 2,
    place: '"find_queue"',
    remedy: "search_or_create",
  },
  {
    name: "a pasted file that is not there",
    command: ["status", "pasted.js"],
    code: 2,
    place: "pasted.js",
    remedy: "Name a file, or pipe the text in",
  },
  {
    name: "a pasted file that is empty",
    command: ["status"],
    code: 1,
    place: "standard input",
    remedy: "pipe the text in",
  },
  {
    name: "a pasted file of another program",
    command: ["status"],
    input: "var Zap = {};\n",
    code: 1,
    place: "standard input",
    remedy: "Copy the whole file",
  },
  {
    name: "a stack trace of something else",
    command: ["trace"],
    input: "Error: no\n    at main (index.js:1:2)\n",
    code: 1,
    place: "trace",
    remedy: "zap.js:12:34",
  },
];

/** Mistakes of many kinds. */
export const mistakes: readonly Mistake[] = [...inSources, ...onTheCommandLine];
