import type { Metadata } from "../../../src/model/definitions.ts";
import type { RunDetail, RunRow, ShownRequest, ShownStage, State } from "../../../src/studio/api.ts";
import { textOf } from "./fake-studio.ts";

const metadata: Metadata = {
  app: {
    title: "Deskly",
    version: "1.0.0",
    description: "Deskly is a helpdesk.",
    auth: { type: "session", placement: "header", mapping: {}, fields: [] },
  },
  methods: ["get_session_info"],
  hydrators: ["get_file"],
  triggers: [],
  actions: [],
  searches: [
    {
      key: "find_contact",
      label: "Find Contact",
      methods: [],
      fields: [],
      search_or_create: "create_contact",
    },
  ],
};

const common = { hidden: false, has_custom_fields: false, methods: [] as string[] };

export const operations: State["operations"] = [
  {
    ...common,
    id: "auth",
    kind: "auth",
    key: "auth",
    label: "Deskly account",
    methods: ["get_session_info"],
    fields: [
      { key: "email", label: "E-mail", type: "unicode", required: true },
      { key: "password", label: "Password", type: "password", required: true, help_text: "As you sign in." },
    ],
  },
  {
    ...common,
    id: "triggers/new_ticket",
    kind: "trigger",
    key: "new_ticket",
    label: "New Ticket",
    type: "polling",
    help: "Triggers when a ticket is **opened**. See [the guide](https://deskly.example/guide).",
    methods: ["new_ticket_pre_poll", "new_ticket_post_poll"],
    sample: { id: 7, title: "Printer on fire", queue: { slug: "support" } },
    fields: [
      {
        key: "queue",
        label: "Queue",
        type: "unicode",
        required: true,
        prefill: "queues.slug.name",
        searchfill: "find_contact.id",
        help_text: "The queue that the ticket is in.",
      },
      { key: "priority", label: "Priority", type: "int", choices: { 1: "Low", 3: "High" } },
      { key: "tags", label: "Tags", type: "unicode", list: true },
      { key: "urgent", label: "Urgent only", type: "bool" },
      { key: "note", label: "Mind the limits of your plan.", type: "copy" },
    ],
  } as State["operations"][number],
  {
    ...common,
    id: "triggers/updated_ticket",
    kind: "trigger",
    key: "updated_ticket",
    label: "Updated Ticket",
    type: "rest_hook",
    methods: ["updated_ticket_catch_hook"],
    fields: [],
  },
  {
    ...common,
    id: "triggers/queues",
    kind: "trigger",
    key: "queues",
    label: "Queues",
    type: "polling",
    hidden: true,
    fields: [],
  },
  {
    ...common,
    id: "actions/create_ticket",
    kind: "action",
    key: "create_ticket",
    label: "Create Ticket",
    has_custom_fields: true,
    methods: ["create_ticket_pre_write"],
    fields: [
      { key: "title", label: "Title", type: "unicode", required: true, placeholder: "Printer on fire" },
      { key: "body", label: "Description", type: "text" },
      { key: "extra", label: "More values", type: "dict" },
      { key: "attachment", label: "Attachment", type: "file" },
      { key: "sku", label: "Article", type: "unicode", parent_key: "lines" },
      { key: "count", label: "Count", type: "int", parent_key: "lines" },
    ],
  } as State["operations"][number],
  {
    ...common,
    id: "actions/create_contact",
    kind: "action",
    key: "create_contact",
    label: "Create Contact",
    fields: [{ key: "email", label: "E-mail", type: "unicode" }],
  },
  {
    ...common,
    id: "searches/find_contact",
    kind: "search",
    key: "find_contact",
    label: "Find Contact",
    fields: [{ key: "email", label: "E-mail", type: "unicode", required: true }],
  },
  {
    ...common,
    id: "hydrators/get_file",
    kind: "hydrator",
    key: "get_file",
    label: "get_file",
    methods: ["get_file"],
    fields: [],
  },
];

export function row(change: Partial<RunRow> = {}): RunRow {
  return {
    id: "run-1",
    number: 1,
    kind: "poll",
    operation: "triggers/new_ticket",
    cause: "manual",
    status: "succeeded",
    started: "2026-03-01T09:00:00.000Z",
    took: 143,
    http_status: 200,
    requests: 2,
    items: { seen: 3, new: 2 },
    badges: [],
    runtime: "converted",
    ...change,
  };
}

export const state: State = {
  version: "0.6.0",
  app: { name: "Deskly", script: "dist/zap.js", scripting: "scripting" },
  build: { status: "good", built_at: "2026-03-01T09:00:00.000Z", took: 212, warnings: [] },
  metadata,
  operations,
  connections: [
    {
      id: "c1",
      name: "Test account",
      label: "ann@example.com",
      status: "connected",
      remembered: false,
      filled: ["email", "password"],
    },
  ],
  selected_connection: "c1",
  live: false,
  may: { live: true, write: true },
  now: null,
  runtime: "converted",
  runs: [
    row(),
    row({
      id: "run-2",
      number: 2,
      kind: "test",
      cause: "editor",
      status: "error",
      http_status: 500,
      items: { seen: 0, new: 0 },
      error: "ResponseError: the API answered 500",
    }),
    row({ id: "run-3", number: 3, cause: "poll 1", zap: "zap-1", poll: 1, badges: ["pinned", "edited"] }),
    row({ id: "run-4", number: 4, cause: "poll 2", zap: "zap-1", poll: 2, items: { seen: 4, new: 1 } }),
    row({
      id: "run-5",
      number: 5,
      kind: "write",
      operation: "actions/create_ticket",
      status: "halted",
      items: { seen: 0, new: 0 },
      http_status: 409,
    }),
  ],
  history: { forgotten: 0, most_runs: 500, most_bytes: 250 * 2 ** 20 },
  zaps: [
    { id: "zap-1", operation: "triggers/new_ticket", live: true, polls: 2 },
    {
      id: "zap-2",
      operation: "triggers/updated_ticket",
      live: true,
      polls: 0,
      hook_address: "http://127.0.0.1:4000/hooks/5f1c",
      expires: "2026-03-01T10:00:00.000Z",
    },
  ],
  pins: [],
};

const tickets = [
  { id: 7, title: "Printer on fire", queue: "support" },
  { id: 6, title: "No toner", queue: "support" },
];

export const request: ShownRequest = {
  by: "platform",
  method: "GET",
  url: "https://acme.deskly.example/api/tickets?queue=support",
  headers: { accept: "application/json", "x-session": "[redacted]" },
  response: { status: 200, headers: { "content-type": "application/json" }, body: textOf(tickets) },
  answered_by: "recorded",
};

const inner: ShownRequest = {
  ...request,
  by: "script",
  script_method: "new_ticket_post_poll",
  url: "https://acme.deskly.example/api/queues",
  response: { status: 200, headers: {}, body: textOf([{ slug: "support" }]) },
  answered_by: "pinned",
  pin: "pin-1",
};

function stage(index: number, change: Partial<ShownStage>): ShownStage {
  return {
    index,
    kind: "method",
    title: "",
    at: index * 10,
    took: 12,
    changed: "none",
    requests: [],
    logs: [],
    limits: [],
    ...change,
  };
}

const asPrepared = { method: "GET", url: "https://acme.deskly.example/api/tickets", params: {}, headers: {} };

export const detail: RunDetail = {
  ...row(),
  asked: { kind: "poll", operation: "triggers/new_ticket", fields: { queue: "support" } },
  now: "2026-03-01T09:00:00.000Z",
  stages: [
    stage(0, { kind: "prepared", title: "prepared", after: textOf(asPrepared) }),
    stage(1, {
      title: "new_ticket_pre_poll",
      method: "new_ticket_pre_poll",
      bundle: textOf({ request: asPrepared }),
      before: textOf({ request: asPrepared }),
      after: textOf({ request: { ...asPrepared, params: { queue: "support" } } }),
      changed: "changed",
      logs: [0],
      limits: [{ what: "Time of the method", used: 12, limit: 30_000, unit: "ms" }],
    }),
    stage(2, {
      kind: "sent",
      title: "sent → answer",
      requests: [0],
      before: textOf(asPrepared),
      after: textOf(tickets),
      changed: "changed",
      limits: [{ what: "Bytes of the answer", used: 12_345, limit: 6_291_456, unit: "bytes" }],
    }),
    stage(3, {
      title: "new_ticket_post_poll",
      method: "new_ticket_post_poll",
      requests: [1],
      before: textOf([...tickets].reverse()),
      after: textOf([
        { id: 8, title: "New one" },
        ...tickets.map((ticket) => ({ ...ticket, queue: "Support" })),
      ]),
      changed: "changed",
    }),
    stage(4, { title: "items", kind: "items", before: textOf(tickets), after: textOf(tickets) }),
    stage(5, {
      title: "dedupe",
      kind: "dedupe",
      items: [
        { id: 8, mark: "new" },
        { id: 7, mark: "seen", first_poll: 2 },
        { id: 6, mark: "seen", first_poll: 0 },
        { id: 8, mark: "repeated" },
        { mark: "new" },
      ] satisfies NonNullable<ShownStage["items"]>,
    }),
  ],
  sent: [request, inner],
  logs: [{ level: "log", text: "asking for support", method: "new_ticket_pre_poll" }],
  problems: [
    {
      code: "repeated-id",
      message: "Two items have the id 8.",
      path: "/items/3/id",
      hint: "Give each item an id of its own.",
    },
  ],
  result: textOf(tickets),
};

export const failed: RunDetail = {
  ...detail,
  ...row({ id: "run-2", number: 2, kind: "test", status: "error", items: { seen: 0, new: 0 } }),
  stages: [
    ...detail.stages.slice(0, 3),
    stage(3, {
      title: "new_ticket_post_poll",
      method: "new_ticket_post_poll",
      changed: "changed",
      before: textOf(tickets),
      error: {
        name: "TypeError",
        message: "Cannot read properties of undefined (reading 'slug')",
        method: "new_ticket_post_poll",
        frames: [{ file: "triggers/new_ticket.ts", line: 31, column: 18, function: "post_poll" }],
      },
    }),
  ],
  fault: {
    name: "TypeError",
    message: "Cannot read properties of undefined (reading 'slug')",
    method: "new_ticket_post_poll",
  },
  problems: [],
};
