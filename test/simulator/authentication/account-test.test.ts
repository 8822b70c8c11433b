import { expect, test } from "vitest";
import type { ApiKeyAuth } from "../../../src/model/definitions.ts";
import { secret, simulateApi } from "./api.ts";

const auth: ApiKeyAuth = {
  type: "api_key",
  fields: [secret],
  placement: "header",
  mapping: { "X-Secret": "{{secret}}" },
};
const auth_fields = { secret: "key" };

test("takes an account whose test trigger returns something", async () => {
  const { sim, arrived } = await simulateApi(auth, () => ({ body: '[{ "id": 7 }, { "id": 8 }]' }), {
    auth_fields,
    zap: "thing_post_poll: function (bundle) { console.log(bundle.meta.test_poll); return z.JSON.parse(bundle.response.content); }",
  });
  const { requests, ...tested } = await sim.testAccount();
  expect(tested).toEqual({
    valid: true,
    auth_fields,
    test_result: { id: 7 },
    outcome: "succeeded",
    problems: [],
    logs: [{ level: "log", text: "true", method: "thing_post_poll" }],
  });
  expect(requests).toHaveLength(1);
  expect(arrived[0]?.headers["x-secret"]).toBe("key");
});

test("takes an account when the API answers with a 204", async () => {
  const { sim } = await simulateApi(auth, () => ({ status: 204, body: "" }), { auth_fields });
  expect(await sim.testAccount()).toMatchObject({ valid: true, test_result: {} });
});

test("takes no account for which the test trigger returns nothing", async () => {
  for (const body of ["", "[]", "{}"]) {
    const { sim } = await simulateApi(auth, () => ({ body }), { auth_fields });
    expect(await sim.testAccount()).toMatchObject({
      valid: false,
      outcome: "error",
      message: "The test trigger returned nothing, so the platform takes the credentials for wrong.",
      error: {
        name: "AccountTestError",
        hint: "Choose a test trigger that always returns something, or whose API answers with a 204.",
      },
    });
  }
});

const json = "application/json";
test.each([
  { says: "Bad key", type: json, body: '{ "message": "Bad key", "error": "E7" }' },
  { says: "Bad key", type: json, body: '{ "ok": false, "error": { "code": 7, "message": "Bad key" } }' },
  { says: "Bad key", type: json, body: '{ "errors": [{ "detail": "Bad key" }, { "detail": "Other" }] }' },
  { says: "Bad key", type: json, body: '{ "errorMessage": "Bad key" }' },
  { says: "Bad key", type: "text/plain", body: '{ "message": "Bad key" }' },
  { says: "Bad key", type: "application/xml", body: "<r><code>7</code><message>Bad key</message></r>" },
  { says: "Bad key", type: "text/xml; charset=utf-8", body: "<r><error>Bad key</error></r>" },
  { says: "Bad key", type: "text/plain", body: "Bad key\n" },
  { says: "Forbidden", type: "text/plain", body: "x".repeat(180) },
  { says: "Forbidden", type: "text/html", body: "<h1>Bad key</h1>" },
  { says: "Forbidden", type: json, body: '{ "code": 7 }' },
  { says: "Forbidden", type: json, body: "" },
])("finds $says in $body of the type $type", async ({ says, type, body }) => {
  const { sim } = await simulateApi(auth, () => ({ status: 403, headers: { "content-type": type }, body }), {
    auth_fields,
  });
  expect(await sim.testAccount()).toMatchObject({
    valid: false,
    message: `The app returned "${says}".\n\nWe made a request to api.example.com and received (403) Forbidden.`,
  });
});

test("explains a 400", async () => {
  const { sim } = await simulateApi(auth, () => ({ status: 400, body: '{ "message": "Email Missing" }' }), {
    auth_fields,
  });
  expect((await sim.testAccount()).message).toBe(
    'The app returned "Email Missing". This usually happens when your Zap is missing a required field or a field value ' +
      "isn't in a recognized format.\n\nWe made a request to api.example.com and received (400) Bad Request.",
  );
});

test("shows the message of an ErrorException as it is", async () => {
  const { sim } = await simulateApi(auth, () => ({ status: 403, body: '{ "message": "E7" }' }), {
    auth_fields,
    zap: "thing_post_poll: function () { throw new ErrorException('Ask your administrator for a key.'); }",
  });
  expect((await sim.testAccount()).message).toBe("Ask your administrator for a key.");
});

test("names the account by get_connection_label", async () => {
  const { sim } = await simulateApi(
    { ...auth, connection_label: "not this" },
    () => ({ body: '[{ "owner": "Ada" }, { "owner": "Bob" }]' }),
    {
      auth_fields,
      zap: "get_connection_label: function (bundle) { return bundle.auth_fields.secret + ' of ' + bundle.test_result.owner; }",
    },
  );
  expect((await sim.testAccount()).label).toBe("key of Ada");
});

test("names the account by the template of the metadata", async () => {
  const { sim } = await simulateApi(
    { ...auth, connection_label: "{{owner__name}} ({{email}}){{nothing}}" },
    () => ({ body: '{ "owner": { "name": "Ada" }, "email": "ada@example.com" }' }),
    { auth_fields },
  );
  expect((await sim.testAccount()).label).toBe("Ada (ada@example.com)");
});

test("has no label without a method and a template", async () => {
  const { sim } = await simulateApi(auth, () => ({ body: '[{ "id": 1 }]' }), { auth_fields });
  expect(await sim.testAccount()).not.toHaveProperty("label");
});

test("wants a text from get_connection_label", async () => {
  const { sim } = await simulateApi(auth, () => ({ body: '[{ "id": 1 }]' }), {
    auth_fields,
    zap: "get_connection_label: function () { return 5; }",
  });
  expect((await sim.testAccount()).error).toEqual({
    name: "TypeError",
    message: "get_connection_label returned 5, and must return a text.",
    method: "get_connection_label",
  });
});
