import { describe, expect, test } from "vitest";
import { metadataOfDump, type WebBuilderDump } from "../../src/inference/web-builder-dump.ts";

const step = {
  label: "New Deal",
  noun: "",
  help_text: "Triggers on deals.",
  important: true,
  hide: false,
  url: "https://a.example/deals",
  custom_fields_url: "",
  fields: {},
};

function triggerOf(trigger: object) {
  return metadataOfDump({ triggers: { deal: { ...step, ...trigger } } }).triggers?.[0];
}

test("reads the five files as they are", () => {
  const dump: WebBuilderDump = {
    general: {
      ...{
        title: "Deals",
        description: "Deals is a CRM.",
        image_url: "https://a.example/i.png",
        homepage_url: null,
      },
      ...{
        test_trigger_key: "deal",
        auth_type: "API Key (Headers)",
        auth_mapping: '{"X-Key": "{{api_key}}"}',
      },
      ...{ subscribe_url: "", unsubscribe_url: "" },
    },
    auth_fields: {
      api_key: {
        label: "API Key",
        required: true,
        help_text: "",
        type: "Unicode",
        input_format: "",
        sort: 1,
      },
    },
    triggers: {
      deal: {
        ...step,
        _dump_version: 1,
        sample_result_fields: [{ key: "name", label: "Name" }, { key: "id" }],
        data_source: "polling",
      },
    },
    actions: {
      make: {
        ...step,
        label: "Make",
        fields: { text: { label: "Text", type: "Textarea", sort: 2 }, at: { type: "DateTime", sort: 1 } },
      },
    },
    searches: {
      find: {
        ...step,
        resource_url: "https://a.example/{{id}}",
        action_pair_key: "make",
        action_pair_label: "Make",
      },
    },
  };
  expect(metadataOfDump(dump)).toEqual({
    app: {
      title: "Deals",
      description: "Deals is a CRM.",
      test_trigger: "deal",
      auth: {
        type: "api_key",
        placement: "header",
        mapping: { "X-Key": "{{api_key}}" },
        fields: [{ key: "api_key", label: "API Key", type: "unicode", required: true }],
      },
    },
    triggers: [
      {
        ...{
          key: "deal",
          type: "polling",
          label: "New Deal",
          help_text: "Triggers on deals.",
          important: true,
        },
        ...{ url: "https://a.example/deals", fields: [], sample: { id: "id", name: "Name" } },
      },
    ],
    actions: [
      {
        ...{
          key: "make",
          label: "Make",
          help_text: "Triggers on deals.",
          important: true,
          url: "https://a.example/deals",
        },
        fields: [
          { key: "at", label: "at", type: "datetime" },
          { key: "text", label: "Text", type: "text" },
        ],
      },
    ],
    searches: [
      {
        ...{ key: "find", label: "New Deal", help_text: "Triggers on deals.", important: true },
        ...{
          url: "https://a.example/deals",
          fields: [],
          resource_url: "https://a.example/{{id}}",
          search_or_create: "make",
          search_or_create_label: "Make",
        },
      },
    ],
  });
});

describe("reads the type of a field", () => {
  test.each([
    ["Unicode", "unicode"],
    ["Textarea", "text"],
    ["Integer", "int"],
    ["Float", "float"],
    ["Boolean", "bool"],
    ["DateTime", "datetime"],
    ["Password", "password"],
    ["File", "file"],
  ])("%s", (type, expected) => {
    const fields = { a_field: { label: "A", type } };
    expect(triggerOf({ fields })).toMatchObject({ fields: [{ key: "a_field", type: expected }] });
  });
});

test.each([
  ["one_time|One Time,monthly|Monthly", { one_time: "One Time", monthly: "Monthly" }],
  ["active,won,lost", ["active", "won", "lost"]],
  ["a|A, b", { a: "A", b: "b" }],
])("reads the choices %s", (choices, expected) => {
  const fields = { a_field: { label: "A", type: "Unicode", choices } };
  expect(triggerOf({ fields })).toMatchObject({ fields: [{ choices: expected }] });
});

test("reads how a trigger gets its data", () => {
  expect(triggerOf({ data_source: "rest_hook", hook_event: "deal.new" })).toMatchObject({
    type: "rest_hook",
    event: "deal.new",
  });
  expect(triggerOf({ data_source: "static_hook", hook_static_directions: "Go." })).toMatchObject({
    type: "static_hook",
    directions: "Go.",
  });
});

test.each([
  ["Session Auth", { type: "session", placement: "header" }],
  ["API Key (Query String)", { type: "api_key", placement: "querystring" }],
  ["Basic Auth", { type: "basic" }],
  ["Digest Auth", { type: "digest" }],
  ["OAuth V1", { type: "oauth1" }],
  ["OAuth V2", { type: "oauth2" }],
  ["OAuth V2 (w/ refresh)", { type: "oauth2_refresh" }],
  ["No Auth", { type: "none" }],
])("reads the authentication %s", (auth_type, auth) => {
  expect(metadataOfDump({ general: { auth_type } }).app?.auth).toMatchObject(auth);
});

test("says what it cannot read", () => {
  expect(() => metadataOfDump({ general: { auth_type: "Magic" } })).toThrow(
    'Failed to read the Web Builder\'s dump: there is no auth_type "Magic".\n→ It is the name of an authentication: Session Auth, API Key (Headers), Basic Auth, OAuth V2.',
  );
  expect(() => metadataOfDump({ triggers: { deal: 5 } })).toThrow(
    "Failed to read the Web Builder's dump: deal in triggers is not an object.",
  );
});
