import { session } from "./authentication.ts";
import { adding, changed, type ExamplesByType, lacking } from "./example.ts";
import { actionField, stepField } from "./fields.ts";
import { dataset } from "./pieces.ts";

const datasets = "https://{{domain}}/api/datasets";
const step = {
  key: "new_dataset",
  label: "New Dataset",
  noun: "Dataset",
  help_text: "Triggers when a dataset is published.",
  important: true,
  fields: [stepField],
  sample: dataset,
  methods: [],
};
const polling = {
  ...step,
  type: "polling",
  url: datasets,
  custom_fields_url: `${datasets}/fields`,
  paging: true,
  methods: ["pre_poll", "post_poll"],
};
const staticHook = {
  ...step,
  label: "Dataset Event",
  help_text: "Triggers when the pipeline reports an event of a dataset.",
  type: "static_hook",
  url: datasets,
  directions: "Paste the address into the settings of the pipeline.",
};
const restHook = { ...step, type: "rest_hook", event: "dataset.published", url: datasets };
const notification = { ...restHook, type: "notification_hook", methods: ["pre_hook"] };
const action = {
  ...step,
  key: "create_dataset",
  label: "Create Dataset",
  help_text: "Creates a dataset.",
  url: datasets,
  custom_fields_url: `${datasets}/fields`,
  custom_result_fields_url: `${datasets}/result_fields`,
  fields: [actionField],
};
const search = {
  ...step,
  key: "find_dataset",
  label: "Find Dataset",
  help_text: "Finds a dataset by its theme.",
  url: datasets,
  resource_url: `${datasets}/{{dataset_id}}`,
  search_or_create: "create_dataset",
  search_or_create_label: "Find or Create Dataset",
};
const hidden = { important: false, hidden: true };
const app = {
  title: "Opendatasoft",
  version: "1.0.0",
  description: "Opendatasoft is a platform on which organisations publish their data.",
  homepage_url: "https://www.opendatasoft.com",
  category: "Databases",
  logo: "logo.png",
  engine: "node",
  test_trigger: "new_dataset",
  auth: session,
  subscribe_url: "https://{{domain}}/api/hooks",
  unsubscribe_url: "https://{{domain}}/api/hooks",
};
const metadata = {
  format: 1,
  generator: "zapc 0.2.0",
  script: "0b1c2d3e4f5a6b7c",
  app,
  methods: ["get_session_info"],
  hydrators: [],
  triggers: [polling, restHook],
  actions: [action],
  searches: [search],
};

// The properties that the builder lets one leave out.
const {
  noun: _noun,
  help_text: _help,
  sample: _sample,
  url: _url,
  ...bare
} = { ...polling, methods: ["poll"] };

/** The app, its triggers, its actions and its searches. */
export const definitionExamples: ExamplesByType = {
  Action: {
    examples: [
      action,
      { ...action, fields: [], sample: {}, ...hidden },
      { ...bare, type: undefined, key: "act", paging: undefined },
    ],
    antiExamples: [
      changed(action, "/url", "/datasets", "pattern"),
      changed(action, "/methods", ["write", "write"], "uniqueItems"),
      changed(action, "/sample", [dataset], "type"),
      adding(action, "/type", "action"),
    ],
  },
  App: {
    examples: [app, { ...app, test_trigger: undefined, auth: { type: "none" } }],
    antiExamples: [
      lacking(app, "/auth"),
      changed(app, "/version", "1", "pattern"),
      changed(app, "/title", "", "pattern"),
      changed(app, "/auth/type", "magic", "enum"),
      changed(app, "/engine", "es6", "enum"),
      changed(app, "/test_trigger", "1st", "pattern"),
      adding(app, "/icon", "logo.png"),
      changed(app, "/homepage_url", "{{domain}}", "pattern"),
    ],
  },
  Metadata: {
    examples: [metadata, { ...metadata, methods: [], triggers: [], actions: [], searches: [] }],
    antiExamples: [
      adding(metadata, "/fields", []),
      lacking(metadata, "/hydrators"),
      changed(metadata, "/format", 2, "const"),
      changed(metadata, "/script", "dist/zap.js", "pattern"),
      changed(metadata, "/methods", ["get_session_info", "get_session_info"], "uniqueItems"),
      changed(metadata, "/triggers/0/fields/0/type", "string", "enum"),
      changed(metadata, "/actions", { create_dataset: action }, "type"),
      adding(metadata, "/app/auth/scope", "all"),
    ],
  },
  NotificationHookTrigger: {
    examples: [notification],
    antiExamples: [
      adding(notification, "/resource_url", datasets),
      lacking(notification, "/event"),
      changed(notification, "/type", "rest_hook", "const"),
    ],
  },
  PollingTrigger: {
    examples: [polling, { ...polling, fields: [], ...hidden }, bare],
    antiExamples: [
      changed(polling, "/url", "", "pattern"),
      changed(polling, "/paging", 1, "type"),
      adding(polling, "/event", "dataset.published"),
    ],
  },
  RestHookTrigger: {
    examples: [restHook],
    antiExamples: [lacking(restHook, "/event"), adding(restHook, "/directions", "Paste it.")],
  },
  Sample: {
    examples: [{}, dataset, { id: 1, more: { nested: [] } }],
    antiExamples: [
      { data: [dataset], path: "", keyword: "type" },
      { data: null, path: "", keyword: "type" },
    ],
  },
  Search: {
    examples: [
      {
        ...search,
        custom_fields_url: `${datasets}/fields`,
        custom_result_fields_url: `${datasets}/result_fields`,
      },
      { ...search, ...hidden },
    ],
    antiExamples: [
      adding(search, "/type", "search"),
      changed(search, "/search_or_create_label", "", "minLength"),
      changed(search, "/search_or_create", "create-dataset", "pattern"),
      lacking(search, "/fields"),
    ],
  },
  StaticHookTrigger: {
    examples: [staticHook, { ...staticHook, ...hidden }],
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
      changed(polling, "/sample", "7", "type"),
      adding(polling, "/event", "dataset.published"),
      lacking(restHook, "/event"),
      { data: null, path: "", keyword: "type" },
    ],
  },
};
