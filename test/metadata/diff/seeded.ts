import { type Draft, parts } from "../../audit/deskly.ts";

/** A change of the help desk, and how it is classified. */
export interface Seeded {
  readonly name: string;
  readonly change: (metadata: Draft) => void;
  /** `break ZDE503 triggers/new_ticket`, each difference. */
  readonly finds: readonly string[];
  /** The messages, where they are of interest. */
  readonly says?: readonly string[];
}

const { reply, ticket, queues, create, find } = parts;
const oauth = (metadata: Draft) => {
  const { mapping: _, ...auth } = metadata.app.auth;
  const url = (name: string) => `https://deskly.example/${name}`;
  metadata.app.auth = {
    ...auth,
    type: "oauth2",
    authorize_url: url("authorize"),
    access_token_url: url("token"),
    scope: "read",
    placement: "header",
  };
};

/** Changes of the help desk with OAuth2. */
export const seededInOAuth: readonly Seeded[] = [
  {
    name: "another scope of OAuth",
    change: (it) => {
      it.app.auth.scope = "read write";
    },
    finds: ["break ZDW500 app"],
    says: ['The `scope` of the authentication was "read", and is "read write" now.'],
  },
  {
    name: "the access token in another place",
    change: (it) => {
      it.app.auth.placement = "querystring";
    },
    finds: ["break ZDW500 app"],
  },
];

export const withOAuth = oauth;

/** Changes of the help desk. */
export const seeded: readonly Seeded[] = [
  {
    name: "a new required field of a step",
    change: (it) => create(it).fields.push({ key: "team", label: "Team", type: "unicode", required: true }),
    finds: ["break ZDE501 actions/create_ticket/fields/team"],
    says: ['The action "create_ticket" has a new required field "team", which no Zap has filled in.'],
  },
  {
    name: "a new required field of the account",
    change: (it) =>
      it.app.auth.fields.push({ key: "region", label: "Region", type: "unicode", required: true }),
    finds: ["break ZDE501 app/fields/region"],
    says: ['The account has a new required field "region", which no Zap has filled in.'],
  },
  {
    name: "a field that becomes required",
    change: (it) => {
      ticket(it).fields[1].required = true;
    },
    finds: ["break ZDE501 triggers/new_ticket/fields/tag"],
    says: ['The field "tag" of the trigger "new_ticket" is required now: Zaps that leave it empty fail.'],
  },
  {
    name: "another type of authentication",
    change: oauth,
    finds: ["break ZDE502 app"],
    says: ["The authentication was api_key, and is oauth2 now: every account must be connected again."],
  },
  {
    name: "a trigger that is gone",
    change: (it) => it.triggers.splice(2, 1),
    finds: ["break ZDE503 triggers/new_ticket"],
    says: ['The trigger "new_ticket" was removed: Zaps with it stop.'],
  },
  {
    name: "an action that is gone",
    change: (it) => {
      it.actions = [];
    },
    finds: ["break ZDE505 actions/create_ticket"],
  },
  {
    name: "a search under another key",
    change: (it) => {
      find(it).key = "search_ticket";
    },
    finds: ["break ZDE506 searches/find_ticket", "new step-added searches/search_ticket"],
    says: [
      'The search "find_ticket" was removed, and "search_ticket" has its label: Zaps with it stop.',
      'There is a search "search_ticket": Find Ticket.',
    ],
  },
  {
    name: "another data source of a trigger",
    change: (it) => {
      const { event: _, ...trigger } = reply(it);
      it.triggers[1] = { ...trigger, type: "polling" };
    },
    finds: ["break ZDE504 triggers/new_reply", "unknown hook-event triggers/new_reply"],
  },
  {
    name: "a field that is gone",
    change: (it) => ticket(it).fields.pop(),
    finds: ["break field-removed triggers/new_ticket/fields/tag"],
    says: [
      'The field "tag" of the trigger "new_ticket" was removed: the values that users filled in are lost.',
    ],
  },
  {
    name: "a field under another key",
    change: (it) => {
      ticket(it).fields[1].key = "label";
    },
    finds: ["break field-renamed triggers/new_ticket/fields/tag"],
    says: [
      'The field "tag" of the trigger "new_ticket" is called "label" now: Zaps have its value under the old key.',
    ],
  },
  {
    name: "a field of another type",
    change: (it) => {
      ticket(it).fields[1].type = "int";
    },
    finds: ["break field-retyped triggers/new_ticket/fields/tag"],
    says: [
      'The type of the field "tag" of the trigger "new_ticket" was unicode, and is int now: the values that users filled in are read in another way.',
    ],
  },
  {
    name: "a field that takes several values",
    change: (it) => {
      ticket(it).fields[1].list = true;
    },
    finds: ["break field-retyped triggers/new_ticket/fields/tag"],
  },
  {
    name: "a field that becomes a part of line items",
    change: (it) => {
      create(it).fields[0].parent_key = "lines";
    },
    finds: ["break field-retyped actions/create_ticket/fields/title"],
  },
  {
    name: "a choice that is gone",
    change: (it) => delete create(it).fields[1].choices["2"],
    finds: ["break choice-removed actions/create_ticket/fields/priority"],
    says: [
      'The field "priority" of the action "create_ticket" does not offer "2" any more: Zaps that chose it have a value that is not allowed.',
    ],
  },
  {
    name: "a key of a sample that is gone",
    change: (it) => delete ticket(it).sample.owner,
    finds: ["break sample-key-removed triggers/new_ticket"],
    says: ['"owner__name" is gone from the sample of the trigger "new_ticket": later steps of Zaps use it.'],
  },
  {
    name: "a key of a sample under another name",
    change: (it) => {
      create(it).sample = { id: 7, subject: "Printer on fire" };
    },
    finds: ["break sample-key-removed actions/create_ticket", "new sample-key-added actions/create_ticket"],
    says: [
      '"title" is gone from the sample of the action "create_ticket", and "subject" has its value: later steps of Zaps use it.',
      '"subject" has come to the sample of the action "create_ticket".',
    ],
  },
  {
    name: "another form of the dedupe id",
    change: (it) => {
      ticket(it).sample.id = "7:2026-03-01T09:00:00Z";
    },
    finds: ["break dedupe-id triggers/new_ticket", "changed sample-type triggers/new_ticket"],
    says: [
      'The `id` in the sample of the trigger "new_ticket" has another form: items that Zaps have seen trigger once more.',
      '"id" of the sample of the trigger "new_ticket" was 7, and is "7:2026-03-01T09:00:00Z" now.',
    ],
  },
  {
    name: "a search that no longer creates",
    change: (it) => delete find(it).search_or_create,
    finds: ["break search-or-create searches/find_ticket"],
  },
  {
    name: "another event of a hook",
    change: (it) => {
      reply(it).event = "replied";
    },
    finds: ["unknown hook-event triggers/new_reply"],
  },
  {
    name: "another URL of a trigger",
    change: (it) => {
      ticket(it).url = "https://deskly.example/v2/queues/{{queue}}/tickets";
    },
    finds: ["unknown dedupe-id triggers/new_ticket", "changed step-request triggers/new_ticket"],
    says: [
      'It is unknown whether the items of the trigger "new_ticket" keep their ids and keys: its `url` is another.',
      'The `url` of the trigger "new_ticket" was "https://deskly.example/queues/{{queue}}/tickets", and is "https://deskly.example/v2/queues/{{queue}}/tickets" now.',
    ],
  },
  {
    name: "a step that is hidden",
    change: (it) => {
      reply(it).hidden = true;
    },
    finds: ["changed step-hidden triggers/new_reply"],
    says: ['Users cannot choose the trigger "new_reply" any more. Zaps with it go on.'],
  },
  {
    name: "a field that becomes optional",
    change: (it) => delete create(it).fields[0].required,
    finds: ["changed field-optional actions/create_ticket/fields/title"],
  },
  {
    name: "another default and another dropdown",
    change: (it) => {
      create(it).fields[1].default = "2";
      ticket(it).fields[0].prefill = "queues.id.id";
    },
    finds: [
      "changed field-option triggers/new_ticket/fields/queue",
      "changed field-option actions/create_ticket/fields/priority",
    ],
  },
  {
    name: "a text of the same type in a larger input",
    change: (it) => {
      ticket(it).fields[1].type = "text";
    },
    finds: ["changed field-option triggers/new_ticket/fields/tag"],
  },
  {
    name: "another mapping of the account",
    change: (it) => {
      it.app.auth.mapping = { "X-Key": "{{api_key}}" };
    },
    finds: ["changed auth-mapping app"],
  },
  {
    name: "a new step, a new optional field, a new choice and a new key of a sample",
    change: (it) => {
      it.actions.push({ ...structuredClone(create(it)), key: "close_ticket", label: "Close Ticket" });
      ticket(it).fields.push({ key: "team", label: "Team", type: "unicode" });
      create(it).fields[1].choices["3"] = "Urgent";
      queues(it).sample.size = 3;
    },
    finds: [
      "new step-added actions/close_ticket",
      "new field-added triggers/new_ticket/fields/team",
      "new sample-key-added triggers/queues",
      "new choice-added actions/create_ticket/fields/priority",
    ],
  },
  {
    name: "other texts",
    change: (it) => {
      it.app.description = "Deskly is the help desk.";
      ticket(it).label = "New Ticket in Queue";
      ticket(it).fields[1].help_text = "One tag.";
      create(it).fields[1].choices["1"] = "Not Urgent";
    },
    finds: [
      "text app-text app",
      "text step-text triggers/new_ticket",
      "text field-text triggers/new_ticket/fields/tag",
      "text field-text actions/create_ticket/fields/priority",
    ],
  },
  {
    name: "fields in another order",
    change: (it) => ticket(it).fields.reverse(),
    finds: ["text field-order triggers/new_ticket"],
  },
  {
    name: "options that are written out",
    change: (it) => {
      Object.assign(ticket(it), { hidden: false, paging: false });
      Object.assign(create(it).fields[0], { list: false, send_in_json: true });
      create(it).fields[1].required = false;
    },
    finds: [],
  },
  {
    name: "another value of the same form in a sample",
    change: (it) => {
      ticket(it).sample = { id: 8, title: "Monitor is dark", owner: { name: "Bob" } };
    },
    finds: [],
  },
];
