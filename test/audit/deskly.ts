import { deflateSync } from "node:zlib";
import type { AuditSubject } from "../../src/audit/rule.ts";
import { scriptFacts } from "../../src/audit/script-facts.ts";
import type { Metadata } from "../../src/model/definitions.ts";

/** The metadata of a help desk, in which no rule of the audit finds anything. */
export const deskly: Metadata = {
  app: {
    title: "Deskly",
    version: "1.0.0",
    description: "Deskly is a help desk.",
    homepage_url: "https://deskly.example",
    category: "Customer Support",
    logo: "logo.png",
    test_trigger: "account",
    subscribe_url: "https://deskly.example/hooks",
    unsubscribe_url: "https://deskly.example/hooks",
    auth: {
      type: "api_key",
      fields: [
        {
          key: "api_key",
          label: "API Key",
          type: "password",
          help_text: "It is in the [settings](https://deskly.example/settings).",
          required: true,
        },
      ],
      placement: "header",
      mapping: { Authorization: "Bearer {{api_key}}" },
      connection_label: "{{email}}",
    },
  },
  methods: ["pre_subscribe"],
  hydrators: ["attachment"],
  triggers: [
    {
      key: "account",
      label: "Account",
      type: "polling",
      noun: "Account",
      help_text: "Tests an account.",
      hidden: true,
      url: "https://deskly.example/me",
      fields: [],
      sample: { id: 1, email: "ann@deskly.example" },
      methods: [],
    },
    {
      key: "new_reply",
      label: "New Reply",
      type: "rest_hook",
      noun: "Reply",
      help_text: "Triggers when somebody replies to a ticket.",
      event: "reply",
      url: "https://deskly.example/replies",
      fields: [],
      sample: { id: 3, text: "Done." },
      methods: ["catch_hook"],
    },
    {
      key: "new_ticket",
      label: "New Ticket",
      type: "polling",
      noun: "Ticket",
      help_text: "Triggers when a ticket is opened.",
      important: true,
      url: "https://deskly.example/queues/{{queue}}/tickets",
      fields: [
        { key: "queue", label: "Queue", type: "int", required: true, prefill: "queues.id.name" },
        { key: "tag", label: "Tag", type: "unicode" },
      ],
      sample: { id: 7, title: "Printer on fire", owner: { name: "Ann" } },
      methods: ["pre_poll"],
    },
    {
      key: "queues",
      label: "List of Queues",
      type: "polling",
      noun: "Queue",
      help_text: "Fills a dropdown.",
      hidden: true,
      url: "https://deskly.example/queues",
      fields: [],
      sample: { id: 1, name: "Support" },
      methods: [],
    },
  ],
  actions: [
    {
      key: "create_ticket",
      label: "Create Ticket",
      noun: "Ticket",
      help_text: "Creates a ticket.",
      important: true,
      url: "https://deskly.example/tickets",
      fields: [
        { key: "title", label: "Title", type: "unicode", required: true },
        {
          key: "priority",
          label: "Priority",
          type: "int",
          default: "1",
          choices: { "1": "Low", "2": "High" },
        },
        {
          key: "related",
          label: "Related Ticket",
          type: "int",
          prefill: "new_ticket.id.title",
          searchfill: "find_ticket.id",
        },
        { key: "queue", label: "Queue", type: "int", prefill: "queues.id.name" },
      ],
      sample: { id: 7, title: "Printer on fire" },
      methods: [],
    },
  ],
  searches: [
    {
      key: "find_ticket",
      label: "Find Ticket",
      noun: "Ticket",
      help_text: "Finds a ticket by its title.",
      url: "https://deskly.example/tickets",
      resource_url: "https://deskly.example/tickets/{{id}}",
      search_or_create: "create_ticket",
      fields: [{ key: "title", label: "Title", type: "unicode", required: true }],
      sample: { id: 7, title: "Printer on fire" },
      methods: ["pre_search"],
    },
  ],
};

const code = `'use strict';
var Zap = (function () {
  function new_ticket_pre_poll(bundle) {
    bundle.request.params.tag = bundle.trigger_fields.tag;
    return bundle.request;
  }
  function new_reply_catch_hook(bundle) { return z.JSON.parse(bundle.request.content); }
  function find_ticket_pre_search(bundle) {
    bundle.request.params.q = bundle.search_fields.title;
    return bundle.request;
  }
  function pre_subscribe(bundle) { return bundle.request; }
  function attachment(bundle) { return bundle.url; }
  return {};
})();
`;
const names = [
  "new_ticket_pre_poll",
  "new_reply_catch_hook",
  "find_ticket_pre_search",
  "pre_subscribe",
  "attachment",
];

/** The facts of a script that fits the metadata, with more code and more methods. */
export function script(more = "", methods: readonly string[] = names) {
  return scriptFacts(code + more, "zap.js", methods);
}

/** The head and the pixels of a PNG. */
export function png(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(10))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Metadata that may be changed. */
// biome-ignore lint/suspicious/noExplicitAny: a fixture puts in what the types do not allow
export type Draft = any;

/** The help desk with some changes, as the audit sees it. */
export function subject(
  change: (metadata: Draft) => void = () => {},
  more: Partial<AuditSubject> = {},
): AuditSubject {
  const metadata = structuredClone(deskly);
  change(metadata);
  const results = [{ list: "triggers", key: "new_ticket", items: [deskly.triggers[2]?.sample] }] as const;
  return { metadata, script: script(), readBesideApp: () => png(256, 256), results, ...more };
}

/** The trigger new_ticket, the action and the search of a draft. */
export const parts = {
  reply: (metadata: Draft) => metadata.triggers[1],
  ticket: (metadata: Draft) => metadata.triggers[2],
  queues: (metadata: Draft) => metadata.triggers[3],
  create: (metadata: Draft) => metadata.actions[0],
  find: (metadata: Draft) => metadata.searches[0],
};
