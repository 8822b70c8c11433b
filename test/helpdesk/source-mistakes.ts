import type { Mistake } from "./mistake.ts";

/** Mistakes in the sources. */
export const sourceMistakes: readonly Mistake[] = [
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
