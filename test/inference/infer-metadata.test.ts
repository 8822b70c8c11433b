import { describe, expect, test } from "vitest";
import { completeMetadata, unknownAddress } from "../../src/inference/infer-metadata.ts";
import { readScript } from "../../src/inference/read-script.ts";
import { validateMetadata } from "../../src/model/validate.ts";

function inferred(methods: string, given = {}) {
  return completeMetadata(given, readScript(`var Zap = { ${methods} };`));
}

const fn = "function (bundle) { return []; }";

test("gives metadata as their schema says, with every step of the script", () => {
  const { metadata } = inferred(
    `new_thing_poll: ${fn}, thing_changed_catch_hook: ${fn}, thing_gone_pre_hook: ${fn}, make_thing_write: ${fn},
     find_thing_pre_search: function (bundle) { return bundle.search_fields.name; }, pre_subscribe: ${fn}, helper: ${fn}`,
  );
  expect(validateMetadata(metadata)).toEqual([]);
  const { triggers, actions, searches, methods, app } = metadata;
  expect(triggers.map(({ key, type, methods }) => [key, type, methods])).toEqual([
    ["new_thing", "polling", ["poll"]],
    ["thing_changed", "rest_hook", ["catch_hook"]],
    ["thing_gone", "notification_hook", ["pre_hook"]],
  ]);
  expect(actions.map(({ key, label, noun }) => [key, label, noun])).toEqual([
    ["make_thing", "Make Thing", "Thing"],
  ]);
  expect(searches.map(({ key, fields }) => [key, fields.map((field) => field.key)])).toEqual([
    ["find_thing", ["name"]],
  ]);
  expect(methods).toEqual(["pre_subscribe"]);
  expect(app).toMatchObject({
    test_trigger: "new_thing",
    subscribe_url: unknownAddress,
    auth: { type: "none" },
  });
});

test("takes hooks without a subscription for static ones", () => {
  expect(inferred(`thing_catch_hook: ${fn}`).metadata.triggers[0]).toMatchObject({ type: "static_hook" });
});

test("takes the address of the platform's request before those that the script asks for itself", () => {
  const { metadata } = inferred(`thing_pre_poll: function (bundle) {
    z.request({ url: 'https://a.example/login' });
    bundle.request.url = 'https://a.example/things';
    return bundle.request;
  }`);
  expect(metadata.triggers[0]).toMatchObject({ url: "https://a.example/things" });
});

describe("infers the authentication", () => {
  test.each([
    ["none", "thing_poll: function () {}", { type: "none" }],
    [
      "a key in a header",
      "thing_pre_poll: function (bundle) { bundle.request.headers['X-Key'] = bundle.auth_fields.api_key; }",
      {
        type: "api_key",
        fields: [{ key: "api_key", label: "Api Key", type: "password" }],
        placement: "header",
        mapping: { "X-Key": "{{api_key}}" },
      },
    ],
    [
      "a key in the query string",
      "thing_pre_poll: function (bundle) { bundle.request.params.key = bundle.auth_fields.api_key; }",
      { type: "api_key", placement: "querystring", mapping: { key: "{{api_key}}" } },
    ],
    [
      "a session, whose values the user is not asked for",
      `get_session_info: function (bundle) { return { sid: bundle.auth_fields.user }; },
       thing_poll: function (bundle) { return bundle.auth_fields.sid; }`,
      { type: "session", fields: [{ key: "user", label: "User", type: "unicode" }] },
    ],
    [
      "OAuth2, whose token the user is not asked for",
      "thing_poll: function (bundle) { return bundle.auth_fields.access_token; }",
      { type: "oauth2", fields: [], access_token_url: unknownAddress },
    ],
    ["OAuth2 with refresh", "pre_oauthv2_refresh: function () {}", { type: "oauth2_refresh" }],
  ])("%s", (_, methods, auth) => {
    const { metadata } = inferred(methods);
    expect(metadata.app.auth).toMatchObject(auth);
    expect(validateMetadata(metadata)).toEqual([]);
  });
});

test("changes nothing that is there, and says what it has added", () => {
  const given = {
    app: {
      title: "Things",
      version: "2.0.0",
      description: "Things is a list.",
      test_trigger: "thing",
      auth: { type: "none" },
    },
    triggers: [
      {
        key: "thing",
        type: "polling",
        label: "A thing",
        noun: "",
        help_text: "Yes.",
        url: "https://a.example/",
        sample: { id: 2 },
        methods: [],
      },
    ],
    actions: [],
  };
  const { metadata, additions, fields } = inferred(
    "thing_pre_poll: function (bundle) { return bundle.trigger_fields.queue; }, make_write: function () {}",
    given,
  );
  expect(metadata).toMatchObject({ app: given.app, triggers: [{ ...given.triggers[0], noun: "Thing" }] });
  expect(additions).toEqual([
    { to: "triggers/thing", what: ["noun: Thing", "fields: queue"] },
    {
      to: "actions/make",
      what: [
        ...["label: Make", "noun: Make", "help_text: Make.", `url: ${unknownAddress}`],
        ...["fields: none", "sample: { id: 1 }", "methods: write"],
      ],
    },
  ]);
  expect(fields).toEqual([{ key: "queue", label: "Queue", type: "unicode" }]);
});
