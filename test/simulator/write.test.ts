import { expect, test } from "vitest";
import type { Action, ActionField } from "../../src/model/definitions.ts";
import { type Setting, sharingSimulators } from "./integration.ts";

const simulateZap = sharingSimulators();

/** Writes with an action "make_thing" that has these fields, to an API that answers with what it was sent. */
async function write(
  fields: ActionField[],
  action_fields: object,
  { methods = "", ...setting }: Options = {},
) {
  const sim = await simulateZap(methods, {
    actions: [actionWith(fields)],
    http: async (request) => Response.json({ id: 1, got: await request.text() }),
    ...setting,
  });
  return sim.write("make_thing", { action_fields: { ...action_fields } });
}

interface Options extends Setting {
  readonly methods?: string;
}

function actionWith(fields: ActionField[]): Action {
  return {
    key: "make_thing",
    label: "Make Thing",
    noun: "Thing",
    help_text: "Makes a thing.",
    url: "https://api.example.com/things",
    fields,
    sample: { id: 1 },
    methods: [],
  };
}

const name: ActionField = { key: "name", label: "Name", type: "unicode" };

test("POSTs the fields as JSON, coerced and unflattened", async () => {
  const { outcome, requests, result } = await write(
    [
      name,
      { key: "size", label: "Size", type: "int" },
      { key: "owner__name", label: "Owner", type: "unicode" },
      { key: "tags", label: "Tags", type: "unicode", list: true },
      { key: "more", label: "More", type: "dict" },
    ],
    { name: "Ada", size: "12 m", owner__name: "Bob", tags: ["a", "b"], more: { colour: "red" } },
  );
  const sent = '{"name":"Ada","size":12,"tags":["a","b"],"more":{"colour":"red"},"owner":{"name":"Bob"}}';
  expect(requests).toMatchObject([{ method: "POST", url: "https://api.example.com/things", body: sent }]);
  expect({ outcome, result }).toEqual({ outcome: "succeeded", result: { id: 1, got: sent } });
});

test("unflattens six levels, and loses what is deeper", async () => {
  const deep: ActionField = { key: "aa__bb__cc__dd__ee__ff__gg", label: "Deep", type: "unicode" };
  const { requests } = await write([deep], { [deep.key]: "x" });
  expect(requests[0]?.body).toBe('{"aa":{"bb":{"cc":{"dd":{"ee":{"ff":"x"}}}}}}');
});

test("writes nothing into what all objects inherit", async () => {
  const field: ActionField = { key: "constructor__prototype__polluted", label: "Key", type: "unicode" };
  const { requests, outcome } = await write([field, name], { [field.key]: "yes", name: "Ada" });
  expect({ body: requests[0]?.body, outcome }).toEqual({ body: '{"name":"Ada"}', outcome: "succeeded" });
  expect(Object.keys(Object.getPrototypeOf({}))).toEqual([]);
  expect("polluted" in {}).toBe(false);
});

test.each([
  ["numbers", [1, 2], 1],
  [
    "pairs",
    [
      ["1", "One"],
      ["2", "Two"],
    ],
    "2",
  ],
  [
    "pairs of a number",
    [
      [1, "One"],
      [2, "Two"],
    ],
    2,
  ],
  [
    "objects",
    [
      { value: "1", label: "One" },
      { value: 2, label: "Two" },
    ],
    "2",
  ],
  ["an object", { 1: "One" }, 1],
  ["no choices", [], "3"],
  ["a text", "a,b", "c"],
])("a custom field offers %s", async (_, choices, value) => {
  const sim = await simulateZap("", { actions: [actionWith([])] });
  const given = { custom_fields: [{ key: "size", choices }], action_fields: { size: value } };
  const { requests } = await sim.write("make_thing", given);
  expect(requests[0]?.body).toBe(`{"size":"${value}"}`);
});

test("a custom field refuses what it does not offer", async () => {
  const sim = await simulateZap("", { actions: [actionWith([])] });
  const choices = [{ value: 1, label: "One" }, ["2", "Two"], 3];
  const given = { custom_fields: [{ key: "size", choices }], action_fields: { size: "4" } };
  await expect(sim.write("make_thing", given)).rejects.toMatchObject({
    fault: 'Failed to write make_thing: the action field "size" (size) is "4", which it does not offer.',
    hint: "There are: 1, 2, 3.",
  });
});

test("fields may be called as what all objects inherit", async () => {
  const fields = ["constructor", "toString"].map(
    (key): ActionField => ({ key, label: key, type: "unicode" }),
  );
  expect((await write(fields, {})).requests[0]?.body).toBe("{}");
  expect((await write(fields, { toString: "x" })).requests[0]?.body).toBe('{"toString":"x"}');
});

test("fills the URL with fields that are kept out of the body", async () => {
  const sim = await simulateZap("", {
    actions: [
      {
        ...actionWith([name, { key: "list_id", label: "List", type: "int", send_in_json: false }]),
        url: "https://api.example.com/lists/{{list_id}}",
      },
    ],
    http: () => Response.json({}),
  });
  const { requests } = await sim.write("make_thing", { action_fields: { name: "Ada", list_id: 7 } });
  expect(requests).toMatchObject([{ url: "https://api.example.com/lists/7", body: '{"name":"Ada"}' }]);
});

test("makes line items of the fields with one parent key", async () => {
  const { requests } = await write(
    [
      { key: "amount", label: "Amount", type: "float", parent_key: "lines" },
      { key: "quantity", label: "Quantity", type: "int", parent_key: "lines" },
      { key: "unit", label: "Unit", type: "unicode", parent_key: "lines" },
    ],
    { amount: ["$3.00", "$2.55"], quantity: ["12", "1"], unit: "kg" },
  );
  expect(requests[0]?.body).toBe(
    '{"lines":[{"amount":3,"quantity":12,"unit":"kg"},{"amount":2.55,"quantity":1,"unit":"kg"}]}',
  );
});

test("shows pre_write the fields as they are sent, in full and as they were written", async () => {
  const { logs } = await write(
    [
      { key: "owner__age", label: "Age", type: "int" },
      { key: "list_id", label: "List", type: "unicode", send_in_json: false },
    ],
    { owner__age: "40 years", list_id: "7" },
    {
      methods: `make_thing_pre_write: function (bundle) {
        console.log(z.JSON.stringify([bundle.action_fields, bundle.action_fields_full, bundle.action_fields_raw]));
        console.log(bundle.request.method, bundle.request.data, bundle.url_raw);
        return bundle.request;
      }`,
    },
  );
  expect(logs.map(({ text }) => text)).toEqual([
    '[{"owner":{"age":40}},{"owner__age":40,"list_id":"7"},{"owner__age":"40 years","list_id":"7"}]',
    'POST {"owner":{"age":40}} https://api.example.com/things',
  ]);
});

test("sends an object of pre_write as a form, even under a JSON content type", async () => {
  const { requests } = await write(
    [name],
    { name: "Ada" },
    {
      methods: "make_thing_pre_write: function () { return { data: { name: 'Ada L', ok: true } }; }",
    },
  );
  expect(requests[0]).toMatchObject({
    body: "name=Ada%20L&ok=True",
    headers: { "Content-Type": "application/json; charset=utf-8" },
  });
});

test.each([
  ["an object", "{ id: 5 }", { id: 5 }],
  ["the first of a list", "[{ id: 5 }, { id: 6 }]", { id: 5 }],
  ["an empty list", "[]", {}],
  ["a text", "'done'", { message: "done" }],
  ["nothing", "undefined", {}],
])("takes %s from post_write", async (_, returned, result) => {
  const run = await write(
    [name],
    {},
    {
      methods: `make_thing_post_write: function () { return ${returned}; }`,
    },
  );
  expect(run.result).toEqual(result);
});

test("raises a 4xx after post_write, which may throw a better error", async () => {
  const http = () => new Response("name is taken", { status: 422 });
  const plain = await write([name], {}, { http });
  expect(plain.error?.message).toBe(
    "The server returned 422 to https://api.example.com/things: name is taken",
  );
  const better = await write(
    [name],
    {},
    {
      http,
      methods:
        "make_thing_post_write: function (bundle) { throw new ErrorException(bundle.response.content); }",
    },
  );
  expect(better.error).toMatchObject({ name: "ErrorException", message: "name is taken" });
});

test.each([
  ["returns", "make_thing_write: function (bundle) { return { name: bundle.action_fields.name }; }"],
  [
    "calls back",
    "make_thing_write: function (bundle, callback) { setTimeout(function () { callback(null, { name: bundle.action_fields.name }); }, 1); }",
  ],
])("write does it all, and %s", async (_, methods) => {
  const { result, requests } = await write([name], { name: "Ada" }, { methods });
  expect({ result, requests }).toEqual({ result: { name: "Ada" }, requests: [] });
});

test("asks for custom fields, and takes values for them", async () => {
  const sim = await simulateZap("", {
    actions: [{ ...actionWith([name]), custom_fields_url: "https://api.example.com/fields" }],
    http: async (request) =>
      request.url.endsWith("/fields")
        ? Response.json([{ key: "age", type: "int", label: "Age", required: false }, { label: "no key" }])
        : Response.json({ got: await request.json() }),
  });
  const { fields } = await sim.customFields({ action: "make_thing" });
  expect(fields).toEqual([{ key: "age", type: "integer", label: "Age", required: false }]);
  const run = await sim.write("make_thing", {
    action_fields: { name: "Ada", age: "40 years" },
    custom_fields: fields,
  });
  expect(run.result).toEqual({ got: { name: "Ada", age: 40 } });
});

test("custom_action_fields asks where it likes, with what is filled in so far", async () => {
  const sim = await simulateZap(
    `make_thing_custom_action_fields: function (bundle) {
       console.log(bundle.request.method, z.JSON.stringify(bundle.request.url), bundle.request.data);
       return [{ key: bundle.action_fields.name, type: 'bool' }, { key: 'more', type: 'dict', list: true }];
     }`,
    { actions: [actionWith([name])] },
  );
  const { fields, logs } = await sim.customFields({ action: "make_thing" }, { fields: { name: "colour" } });
  expect(logs.map(({ text }) => text)).toEqual(['GET "" {"name":"colour"}']);
  expect(fields).toEqual([
    { key: "colour", type: "boolean" },
    { key: "more", type: "string", dict: true },
  ]);
});

test("refuses more than 1,000 custom fields", async () => {
  const sim = await simulateZap("", {
    actions: [{ ...actionWith([name]), custom_result_fields_url: "https://api.example.com/labels" }],
    http: () => Response.json(Array.from({ length: 1001 }, (_, n) => ({ key: `k${n}`, type: "unicode" }))),
  });
  const { error } = await sim.customFields({ action: "make_thing" }, { result: true });
  expect(error).toEqual({
    name: "Error",
    message: "There are 1001 custom fields, and 1000 at most are allowed.",
  });
});

test("has no custom fields without a URL and a method for them, and asks nobody", async () => {
  const sim = await simulateZap("", { actions: [actionWith([name])] });
  expect(await sim.customFields({ action: "make_thing" })).toMatchObject({ fields: [], requests: [] });
});
