import { session } from "./authentication.ts";
import { adding, changed, type ExamplesByType, lacking } from "./example.ts";
import { actionField, stepField } from "./fields.ts";
import { dataset, urlRaw } from "./pieces.ts";

const step = {
  key: "new_dataset",
  label: "New Dataset",
  noun: "Dataset",
  help_text: "Triggers when a dataset is published.",
  fields: [stepField],
  sample: dataset,
  methods: [],
};
const polling = { ...step, type: "polling", url: urlRaw, methods: ["pre_poll", "post_poll"], paging: true };
const staticHook = { ...step, type: "static_hook", directions: "Paste the address into the portal." };
const restHook = { ...step, type: "rest_hook", event: "dataset.published", url: urlRaw };
const notification = { ...restHook, type: "notification_hook", methods: ["pre_hook"] };
const action = { ...step, key: "create_dataset", url: urlRaw, fields: [actionField], important: true };
const search = {
  ...step,
  key: "find_dataset",
  url: urlRaw,
  resource_url: `${urlRaw}/{{dataset_id}}`,
  search_or_create: "create_dataset",
};
const app = {
  title: "Opendatasoft",
  version: "1.0.0",
  description: "Opendatasoft is a platform on which organisations publish their data.",
  test_trigger: "new_dataset",
  auth: session,
};
const metadata = {
  app,
  methods: ["get_session_info"],
  hydrators: [],
  triggers: [polling, restHook],
  actions: [action],
  searches: [search],
};

/** The app, its triggers, its actions and its searches. */
export const definitionExamples: ExamplesByType = {
  Action: {
    examples: [action, { ...action, fields: [], sample: {}, custom_fields_url: urlRaw }],
    antiExamples: [
      changed(action, "/url", "/datasets", "pattern"),
      changed(action, "/methods", ["write", "write"], "uniqueItems"),
      lacking(action, "/sample"),
      adding(action, "/type", "action"),
    ],
  },
  App: {
    examples: [app, { ...app, auth: { type: "none" }, subscribe_url: urlRaw, unsubscribe_url: urlRaw }],
    antiExamples: [
      lacking(app, "/auth"),
      changed(app, "/version", "1", "pattern"),
      changed(app, "/title", "", "pattern"),
      changed(app, "/auth/type", "magic", "enum"),
      changed(app, "/test_trigger", "1st", "pattern"),
      adding(app, "/logo", "logo.png"),
    ],
  },
  Metadata: {
    examples: [metadata, { ...metadata, methods: [], triggers: [], actions: [], searches: [] }],
    antiExamples: [
      adding(metadata, "/fields", []),
      lacking(metadata, "/hydrators"),
      changed(metadata, "/methods", ["get_session_info", "get_session_info"], "uniqueItems"),
      changed(metadata, "/triggers/0/fields/0/type", "string", "enum"),
      changed(metadata, "/actions", { create_dataset: action }, "type"),
      adding(metadata, "/app/auth/scope", "all"),
    ],
  },
  NotificationHookTrigger: {
    examples: [notification],
    antiExamples: [
      adding(notification, "/resource_url", urlRaw),
      lacking(notification, "/event"),
      changed(notification, "/type", "rest_hook", "const"),
    ],
  },
  PollingTrigger: {
    examples: [polling, { ...polling, hidden: true, fields: [], custom_fields_url: urlRaw }],
    antiExamples: [
      lacking(polling, "/url"),
      changed(polling, "/paging", 1, "type"),
      adding(polling, "/event", "dataset.published"),
    ],
  },
  RestHookTrigger: {
    examples: [restHook],
    antiExamples: [lacking(restHook, "/event"), adding(restHook, "/directions", "Paste it.")],
  },
  Sample: {
    examples: [dataset, { id: 1, more: { nested: [] } }],
    antiExamples: [lacking(dataset, "/id"), changed(dataset, "/id", null, "type")],
  },
  SampleResult: {
    examples: [{}, dataset],
    antiExamples: [
      { data: [dataset], path: "", keyword: "type" },
      { data: null, path: "", keyword: "type" },
    ],
  },
  Search: {
    examples: [search, { ...search, custom_fields_url: urlRaw, custom_result_fields_url: urlRaw }],
    antiExamples: [
      adding(search, "/type", "search"),
      changed(search, "/fields", [], "minItems"),
      changed(search, "/search_or_create", "create-dataset", "pattern"),
      lacking(search, "/url"),
    ],
  },
  StaticHookTrigger: {
    examples: [staticHook, { ...staticHook, url: urlRaw }],
    antiExamples: [
      lacking(staticHook, "/fields"),
      adding(staticHook, "/event", "dataset.published"),
      changed(staticHook, "/url", "portal", "pattern"),
    ],
  },
  Trigger: {
    examples: [polling, staticHook, restHook, notification],
    antiExamples: [
      { data: { ...polling, type: "pushing" }, path: "/type", keyword: "enum" },
      lacking(polling, "/type"),
      changed(polling, "/sample/id", true, "type"),
      adding(polling, "/event", "dataset.published"),
      lacking(restHook, "/event"),
      { data: null, path: "", keyword: "type" },
    ],
  },
};
