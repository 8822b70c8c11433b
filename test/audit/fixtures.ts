import type { AuditSubject } from "../../src/audit/rule.ts";
import { type Draft, deskly, parts, png, script, subject } from "./deskly.ts";

/** A rule: what it does not find anything in although it is near, and what it finds. */
export interface RuleFixture {
  readonly passes: AuditSubject;
  readonly fails: AuditSubject;
  /** `/path message`, or `line:column message` of the script, each finding. */
  readonly finds: readonly string[];
}

const { reply, ticket, queues, create, find } = parts;
const staticHook = (metadata: Draft, index: number) => {
  const { event: _, ...trigger } = metadata.triggers[index];
  metadata.triggers[index] = { ...trigger, type: "static_hook" };
};
const oauth = (metadata: Draft) => {
  const { mapping: _, ...auth } = metadata.app.auth;
  const url = (name: string) => `https://deskly.example/${name}`;
  metadata.app.auth = {
    ...auth,
    type: "oauth2",
    fields: [],
    authorize_url: url("authorize"),
    access_token_url: url("token"),
  };
};
const withResults = (...items: unknown[]) =>
  subject(undefined, { results: [{ list: "triggers", key: "new_ticket", items }] });
const sample = deskly.triggers[2]?.sample as object;

export const fixtures: { readonly [rule: string]: RuleFixture } = {
  ZDE001: {
    passes: subject((it) => {
      ticket(it).help_text = "Triggers when a [ticket](https://deskly.example) comes in, at `https://…`.";
    }),
    fails: subject((it) => {
      ticket(it).help_text = "Triggers when a ticket comes in, see https://deskly.example/tickets.";
    }),
    finds: ["/triggers/2/help_text The text shows the bare link https://deskly.example/tickets."],
  },
  ZDE002: {
    passes: subject((it) => {
      create(it).fields[0].help_text = "The title that the queue shows.";
    }),
    fails: subject((it) => {
      create(it).fields[0].help_text = "Enter the title.";
    }),
    finds: [
      '/actions/0/fields/0/help_text The help text of the field "title" only repeats its label, "Title".',
    ],
  },
  ZDE003: {
    passes: subject(oauth),
    fails: subject((it) => {
      oauth(it);
      it.app.auth.access_token_url = "http://deskly.example/token";
    }),
    finds: [
      "/app/auth/access_token_url OAuth sends secrets over a connection that anybody can read: http://deskly.example/token.",
    ],
  },
  ZDE004: {
    passes: subject((it) => {
      it.app.description = "Deskly is an overdue help desk.";
    }),
    fails: subject((it) => {
      it.app.description = "Connects Zapier to a help desk.";
    }),
    finds: [
      '/app/description The description does not begin with "Deskly is a" or "Deskly is an".',
      "/app/description The description names Zapier: it is about the service.",
    ],
  },
  ZDE005: {
    passes: subject((it) => {
      create(it).label = "Add Ticket to Queue From E-mail via iPhone (New)";
    }),
    fails: subject((it) => {
      create(it).label = "Create a ticket";
      create(it).fields[0].label = "Title of";
    }),
    finds: [
      '/actions/0/label The label of the action "create_ticket", "Create a ticket", is not in title case.',
      '/actions/0/fields/0/label The label of the field "title", "Title of", is not in title case.',
    ],
  },
  ZDE006: {
    passes: subject((it) => staticHook(it, 1)),
    fails: subject((it) => {
      staticHook(it, 1);
      staticHook(it, 2);
    }),
    finds: ["/triggers/2/type The app has a static webhook already: the platform allows one."],
  },
  ZDE007: {
    passes: subject((it) => {
      staticHook(it, 1);
      delete reply(it).url;
    }),
    fails: subject((it) => delete reply(it).url),
    finds: ['/triggers/1 The trigger "new_reply" has no `url`: the editor polls it for samples.'],
  },
  ZDE008: {
    passes: subject((it) => {
      delete it.app.test_trigger;
      it.app.auth = { type: "none" };
    }),
    fails: subject((it) => delete it.app.test_trigger),
    finds: ["/app No account can be tested: `app` has no `test_trigger`."],
  },
  ZDE009: {
    passes: subject((it) => delete create(it).sample.id),
    fails: subject((it) => delete ticket(it).sample.id),
    finds: [
      '/triggers/2/sample The sample of the trigger "new_ticket" has no `id` that is a text or a number: the platform tells items apart by it.',
    ],
  },
  ZDE010: {
    passes: subject((it) => {
      find(it).fields = [];
      find(it).custom_fields_url = "https://deskly.example/fields";
    }),
    fails: subject((it) => {
      find(it).fields = [];
    }),
    finds: [
      '/searches/0/fields The search "find_ticket" has no field: a user cannot say what to search for.',
    ],
  },
  ZDE011: {
    passes: subject(undefined, { readBesideApp: () => png(512, 512) }),
    fails: subject(undefined, { readBesideApp: () => png(512, 256) }),
    finds: ["/app/logo The logo is not square: 512 × 256 pixels."],
  },
  ZDE012: {
    passes: subject(undefined, { readBesideApp: () => png(256, 256) }),
    fails: subject(undefined, { readBesideApp: () => png(255, 255) }),
    finds: ["/app/logo The logo is too small: 255 × 255 pixels of at least 256 × 256."],
  },
  ZDE013: {
    passes: subject(),
    fails: subject(undefined, { readBesideApp: () => Buffer.from("\xff\xd8\xff\xe0\0\x10JFIF", "latin1") }),
    finds: ["/app/logo The logo is not a PNG file."],
  },
  ZDE014: {
    passes: subject((it) => delete it.app.logo, { readBesideApp: () => undefined }),
    fails: subject(undefined, { readBesideApp: () => undefined }),
    finds: ["/app/logo There is no logo logo.png beside app.ts."],
  },
  ZDE015: {
    passes: subject(),
    fails: subject((it) => {
      ticket(it).fields[0].prefill = "queue.id.name";
      create(it).fields[2].searchfill = "find_tickets.id";
    }),
    finds: [
      '/triggers/2/fields/0 The dropdown of "queue" has nothing to show: there is no trigger "queue". Did you mean "queues"?',
      '/actions/0/fields/2 The search connector of "related" finds nothing: there is no search "find_tickets". Did you mean "find_ticket"?',
    ],
  },
  ZDE016: {
    passes: subject((it) => {
      create(it).fields[0].label = "Key of the API Docs";
    }),
    fails: subject((it) => {
      create(it).fields[0].key = "api_key";
      create(it).fields[1].type = "password";
    }),
    finds: [
      '/actions/0/fields/0/key The field "api_key" asks for a secret in each Zap, where it is not kept as one.',
      '/actions/0/fields/1/key The field "priority" asks for a secret in each Zap, where it is not kept as one.',
    ],
  },
  ZDE017: {
    passes: subject(),
    fails: subject((it) => delete create(it).fields[2].prefill),
    finds: ['/actions/0/fields/2 The search connector of "related" needs a dynamic dropdown beside it.'],
  },
  ZDE019: {
    passes: subject((it) => delete queues(it).sample),
    fails: subject((it) => delete ticket(it).sample),
    finds: [
      '/triggers/2 The trigger "new_ticket" has no sample: the editor has no keys to offer to later steps.',
    ],
  },
  ZDE020: {
    passes: subject((it) => delete create(it).url),
    fails: subject((it) => delete find(it).url),
    finds: ['/searches/0 The search "find_ticket" has no `url`.'],
  },
  ZDE021: {
    passes: subject((it) => {
      it.app.homepage_url = "http://deskly.example";
    }),
    fails: subject((it) => {
      it.app.subscribe_url = "http://deskly.example/hooks";
      find(it).resource_url = "http://deskly.example/{{id}}";
    }),
    finds: [
      "/app/subscribe_url The request carries the account's credentials over a connection that anybody can read: http://deskly.example/hooks.",
      "/searches/0/resource_url The request carries the account's credentials over a connection that anybody can read: http://deskly.example/{{id}}.",
    ],
  },
  ZDE022: {
    passes: subject(),
    fails: subject((it) => delete it.app.category),
    finds: ["/app The app has no category: users do not find it in the directory."],
  },
  ZDW001: {
    passes: subject((it) => delete queues(it).noun),
    fails: subject((it) => delete create(it).noun),
    finds: ['/actions/0 The action "create_ticket" has no noun: the platform builds its sentences with it.'],
  },
  ZDW002: {
    passes: subject((it) => {
      create(it).help_text = "x".repeat(1000);
    }),
    fails: subject((it) => {
      create(it).help_text = "x".repeat(1001);
    }),
    finds: [
      '/actions/0/help_text The help text of the action "create_ticket" has 1,001 characters, and must have at most 1,000.',
    ],
  },
  ZDW003: {
    passes: subject(undefined, {
      script: script("z.JSON.parse('{}'); my.JSON.parse('{}'); JSON.stringify({});"),
    }),
    fails: subject(undefined, { script: script("  JSON.parse('{}');") }),
    finds: ["16:3 `JSON.parse` fails with an error that does not show what the API answered."],
  },
  ZDW004: {
    passes: subject((it) => {
      it.triggers = Array.from({ length: 5 }, (_, index) => ({ ...ticket(it), key: `new_ticket_${index}` }));
    }),
    fails: subject((it) => {
      it.triggers = Array.from({ length: 6 }, (_, index) => ({ ...ticket(it), key: `new_ticket_${index}` }));
    }),
    finds: ["/triggers/5/important 6 triggers are important: where many are, none is."],
  },
  ZDW005: {
    passes: subject((it) => {
      delete it.app.unsubscribe_url;
      it.methods = ["pre_unsubscribe"];
    }),
    fails: subject((it) => delete it.app.unsubscribe_url),
    finds: [
      "/app/subscribe_url Hooks that a user no longer wants keep coming: `app` has no `unsubscribe_url`.",
    ],
  },
  ZDW006: {
    passes: subject((it) => {
      ticket(it).sample.url = "http://deskly.example/7";
    }),
    fails: subject(
      (it) => {
        it.app.homepage_url = "http://deskly.example";
      },
      { script: script("var u = 'http://deskly.example/x';") },
    ),
    finds: [
      "/app/homepage_url The text has an address without TLS: http://deskly.example.",
      "16:9 The script has an address without TLS: http://deskly.example/x.",
    ],
  },
  ZDW007: {
    passes: subject(),
    fails: subject((it) => staticHook(it, 1)),
    finds: [
      '/triggers/1/type Users of the trigger "new_reply" must copy an address into the service by hand.',
    ],
  },
  ZDW008: {
    passes: subject((it) => {
      delete ticket(it).fields[0].required;
      ticket(it).fields[0].default = "1";
    }),
    fails: subject((it) => delete ticket(it).fields[0].required),
    finds: ["/triggers/2/url The URL has {{queue}}, a field that the user may leave empty."],
  },
  ZDW009: {
    passes: subject(),
    fails: subject((it) => {
      it.app.auth.fields[0].help_text = "It is in the settings.";
    }),
    finds: ['/app/auth/fields/0 The help text of "api_key" has no link to the page on which users find it.'],
  },
  ZDW010: {
    passes: subject((it) => {
      delete it.app.auth.connection_label;
      it.methods = ["get_connection_label"];
    }),
    fails: subject((it) => delete it.app.auth.connection_label),
    finds: ["/app/auth Accounts have no name of their own: users cannot tell two of them apart."],
  },
  ZDW011: {
    passes: subject((it) => {
      delete find(it).resource_url;
      find(it).methods = ["read_resource"];
    }),
    fails: subject((it) => delete find(it).resource_url),
    finds: ['/searches/0 The search "find_ticket" has no `resource_url`: a match is not read whole.'],
  },
  ZDW012: {
    passes: subject((it) => {
      ticket(it).fields[0].key = "queue_id";
    }),
    fails: subject((it) => {
      ticket(it).fields[1].key = "tag_id";
    }),
    finds: ['/triggers/2/fields/1 Users must find out the value of "tag_id" elsewhere: it has no dropdown.'],
  },
  ZDW013: {
    passes: subject((it) => {
      it.actions = [];
    }),
    fails: subject((it) => delete create(it).important),
    finds: ["/app None of the actions is important: the directory shows those first."],
  },
  "blank-in-variable": {
    passes: subject(),
    fails: subject((it) => {
      ticket(it).url = "https://deskly.example/{{ queue }}";
    }),
    finds: ["/triggers/2/url The platform leaves {{ queue }} as it is: a variable has no blanks."],
  },
  "choice-type": {
    passes: subject(),
    fails: subject((it) => {
      create(it).fields[1].choices = { "1": "Low", high: "High" };
    }),
    finds: [
      '/actions/0/fields/1 The dropdown of "priority" offers "high", which is not a value of the type int.',
    ],
  },
  "default-not-offered": {
    passes: subject(),
    fails: subject((it) => {
      create(it).fields[1].default = "3";
    }),
    finds: ['/actions/0/fields/1 The dropdown of "priority" does not offer its default, "3".'],
  },
  "duplicate-choice": {
    passes: subject((it) => {
      ticket(it).fields[1].choices = ["a", "b"];
    }),
    fails: subject((it) => {
      ticket(it).fields[1].choices = ["a", "b", "a"];
    }),
    finds: ['/triggers/2/fields/1 The dropdown of "tag" offers "a" twice.'],
  },
  "duplicate-field-key": {
    passes: subject(),
    fails: subject((it) => {
      ticket(it).fields[1].key = "queue";
    }),
    finds: ['/triggers/2/fields/1/key There is a field "queue" before this one.'],
  },
  "empty-dropdown": {
    passes: subject((it) => {
      queues(it).fields = [{ key: "title", label: "Title", type: "unicode", required: true }];
      delete ticket(it).fields[0].prefill;
    }),
    fails: subject((it) => {
      queues(it).fields = [{ key: "title", label: "Title", type: "unicode", required: true }];
    }),
    finds: [
      '/triggers/2/fields/0/prefill The dropdown of "queue" has nothing to show: its trigger, "queues", requires a field "title", which is not beside it.',
    ],
  },
  "invalid-list": {
    passes: subject((it) => {
      ticket(it).fields[1].list = true;
    }),
    fails: subject((it) => {
      Object.assign(ticket(it).fields[1], { list: true, type: "dict" });
    }),
    finds: [
      '/triggers/2/fields/1 The field "tag" is a list of type "dict": a dict or a file cannot be a list.',
    ],
  },
  "line-item-key": {
    passes: subject((it) => {
      create(it).fields[1].parent_key = "lines";
    }),
    fails: subject((it) => {
      create(it).fields[1].parent_key = "title";
    }),
    finds: [
      '/actions/0/fields/0/key The value of "title" is lost: line items are sent as a list under that key.',
    ],
  },
  "missing-method": {
    passes: subject(),
    fails: subject((it) => {
      create(it).methods = ["pre_write"];
      it.methods = ["get_connection_label"];
    }),
    finds: [
      "/methods The metadata names the method get_connection_label, and the script has none of that name.",
      "/actions/0 The metadata names the method create_ticket_pre_write, and the script has none of that name.",
    ],
  },
  "no-help-text": {
    passes: subject((it) => delete queues(it).help_text),
    fails: subject((it) => delete find(it).help_text),
    finds: ['/searches/0 The search "find_ticket" has no help text.'],
  },
  "no-sample": {
    passes: subject((it) => {
      delete create(it).sample;
      create(it).hidden = true;
    }),
    fails: subject((it) => delete reply(it).sample),
    finds: [
      '/triggers/1 The trigger "new_reply" has no sample: the editor has no keys to offer to later steps.',
    ],
  },
  "no-session-method": {
    passes: subject(
      (it) => {
        it.app.auth.type = "session";
      },
      { script: script("", ["get_session_info"]) },
    ),
    fails: subject((it) => {
      it.app.auth.type = "session";
    }),
    finds: [
      "/app/auth/type The account's fields are exchanged for a session by get_session_info, which the script does not have.",
    ],
  },
  "no-subscription": {
    passes: subject((it) => {
      delete it.app.subscribe_url;
      it.triggers.splice(1, 1);
    }),
    fails: subject((it) => delete it.app.subscribe_url),
    finds: [
      '/triggers/1/type No hook reaches the trigger "new_reply": `app` has no `subscribe_url` to which the platform subscribes it.',
    ],
  },
  "no-url": {
    passes: subject((it) => {
      delete create(it).url;
      create(it).methods = ["write"];
    }),
    fails: subject((it) => delete create(it).url),
    finds: [
      '/actions/0 The platform has nothing to ask for the action "create_ticket": it has neither a `url` nor a method `write`.',
    ],
  },
  "required-copy": {
    passes: subject((it) => {
      ticket(it).fields[1].type = "copy";
    }),
    fails: subject((it) => {
      Object.assign(ticket(it).fields[1], { type: "copy", required: true });
    }),
    finds: [
      '/triggers/2/fields/1 Nobody can fill in "tag": a field of the type copy is a text for the user, without a value.',
    ],
  },
  "sample-shape": {
    passes: withResults({ ...sample, id: 8 }, { ...sample, title: null }),
    fails: withResults({ id: "8", owner: { name: "Ann", team: 3 }, due: null }),
    finds: [
      '/triggers/2/sample/id "id" of the sample is a number, and that of the items is a text.',
      '/triggers/2/sample/title The sample has "title", which no item of the recording has.',
      '/triggers/2/sample Items have "owner__team", which the sample does not have: the editor does not offer it to later steps.',
      '/triggers/2/sample Items have "due", which the sample does not have: the editor does not offer it to later steps.',
    ],
  },
  "test-trigger-field": {
    passes: subject(),
    fails: subject((it) => {
      it.app.test_trigger = "new_ticket";
    }),
    finds: [
      '/triggers/2/fields/0/required The test trigger must have no required field: when an account is tested, "queue" is empty.',
    ],
  },
  "test-trigger-not-polled": {
    passes: subject((it) => {
      it.app.test_trigger = "new_reply";
    }),
    fails: subject((it) => {
      it.app.test_trigger = "new_reply";
      delete reply(it).url;
    }),
    finds: ['/app/test_trigger The platform polls the test trigger, and "new_reply" only waits for hooks.'],
  },
  "trigger-help-text": {
    passes: subject((it) => {
      queues(it).help_text = "Lists queues.";
    }),
    fails: subject((it) => {
      ticket(it).help_text = "Lists tickets.";
    }),
    finds: [
      '/triggers/2/help_text The help text of the trigger "new_ticket" does not begin with "Triggers when".',
    ],
  },
  "trigger-label": {
    passes: subject((it) => {
      ticket(it).label = "New or Updated Ticket";
    }),
    fails: subject((it) => {
      ticket(it).label = "Ticket Opened";
    }),
    finds: [
      '/triggers/2/label The label of the trigger "new_ticket", "Ticket Opened", does not begin with "New" or "Updated".',
    ],
  },
  "two-dropdowns": {
    passes: subject(),
    fails: subject((it) => {
      ticket(it).fields[0].choices = ["1"];
    }),
    finds: ['/triggers/2/fields/0 The field "queue" has two dropdowns: `choices` and `prefill`.'],
  },
  "unknown-account-variable": {
    passes: subject(),
    fails: subject((it) => {
      it.app.auth.mapping.Authorization = "{{api_token}}";
    }),
    finds: ["/app/auth/mapping/Authorization Nothing fills {{api_token}}: there is no such field."],
  },
  "unknown-column": {
    passes: subject((it) => {
      create(it).fields[2].prefill = "new_ticket.id.owner__name";
    }),
    fails: subject((it) => {
      create(it).fields[2].prefill = "new_ticket.id.owner__label";
    }),
    finds: [
      '/actions/0/fields/2/prefill The dropdown of "related" has nothing to show: the sample of the trigger "new_ticket" has no "owner__label".',
    ],
  },
  "unknown-created-action": {
    passes: subject(),
    fails: subject((it) => {
      find(it).search_or_create = "create_tickets";
    }),
    finds: [
      '/searches/0/search_or_create The search cannot create what it does not find: there is no action "create_tickets". Did you mean "create_ticket"?',
    ],
  },
  "unknown-label-variable": {
    passes: subject(),
    fails: subject((it) => {
      it.app.auth.connection_label = "{{mail}}";
    }),
    finds: [
      '/app/auth/connection_label Nothing fills {{mail}}: neither the sample of the test trigger "account" nor the auth fields have it.',
    ],
  },
  "unknown-resource-variable": {
    passes: subject(),
    fails: subject((it) => {
      find(it).resource_url = "https://deskly.example/{{number}}";
      delete find(it).search_or_create;
    }),
    finds: [
      '/searches/0/resource_url Nothing fills {{number}}: the sample of the search "find_ticket" does not have it.',
    ],
  },
  "unknown-step-method": {
    passes: subject(undefined, { script: script("", ["new_ticket_pre_poll", "helper", "attachment"]) }),
    fails: subject(undefined, { script: script("", ["new_tickets_post_poll"]) }),
    finds: ['/methods The platform never calls new_tickets_post_poll: there is no trigger "new_tickets".'],
  },
  "unknown-test-trigger": {
    passes: subject(),
    fails: subject((it) => {
      it.app.test_trigger = "acount";
    }),
    finds: [
      '/app/test_trigger The test trigger does not exist: there is no trigger "acount". Did you mean "account"?',
    ],
  },
  "unknown-url-variable": {
    passes: subject(),
    fails: subject((it) => {
      ticket(it).url = "https://deskly.example/{{queues}}";
    }),
    finds: ["/triggers/2/url Nothing fills {{queues}}: there is no such field."],
  },
  "unread-field": {
    passes: subject(
      (it) => {
        ticket(it).fields[1].key = "label";
      },
      {
        script: script(
          "function f(bundle) { var given = bundle.trigger_fields; return __rest(given, ['tag']); }",
        ),
      },
    ),
    fails: subject((it) => {
      ticket(it).fields[1].key = "label";
      create(it).fields[0].key = "subject";
      create(it).fields[0].send_in_json = false;
    }),
    finds: [
      '/triggers/2/fields/1 Nothing reads the field "label": no URL has it as a variable, and the script does not name it.',
      '/actions/0/fields/0 Nothing reads the field "subject": no URL has it as a variable, and the script does not name it.',
    ],
  },
  "unsubscribe-without-hooks": {
    passes: subject(),
    fails: subject((it) => {
      delete it.app.subscribe_url;
      it.triggers.splice(1, 1);
    }),
    finds: [
      "/app/unsubscribe_url Nothing is unsubscribed: no trigger has hooks that are subscribed to, and there is no `subscribe_url`.",
    ],
  },
};
