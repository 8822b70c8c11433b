import { expect, test } from "vitest";
import type { Field } from "../../src/model/definitions.ts";
import { simulateZap } from "./integration.ts";

const fields: Field[] = [
  { key: "table", label: "Table", type: "unicode", required: true },
  { key: "limit", label: "Limit", type: "int", default: "10" },
  { key: "exact", label: "Exact", type: "bool" },
  { key: "tags", label: "Tags", type: "unicode", list: true },
  { key: "colour", label: "Colour", type: "unicode", choices: { red: "Red", green: "Green" } },
  { key: "about", label: "About", type: "copy", default: "Some **text**." },
];

async function poll(trigger_fields: { [key: string]: unknown }) {
  const sim = await simulateZap("thing_poll: function (bundle) { return [bundle.trigger_fields]; }", {
    trigger: { fields },
  });
  return sim.poll("thing", { trigger_fields });
}

test("gives scripting the values as they are, and the default of what is left out", async () => {
  expect((await poll({ table: "a", exact: false, tags: ["x"] })).items).toEqual([
    { table: "a", limit: 10, exact: false, tags: ["x"] },
  ]);
});

test("takes an empty text for an optional field as nothing", async () => {
  expect((await poll({ table: "a", limit: "", tags: null })).items).toEqual([{ table: "a", limit: 10 }]);
});

test("makes a list of a single value", async () => {
  expect((await poll({ table: "a", tags: "x" })).items).toEqual([{ table: "a", limit: 10, tags: ["x"] }]);
});

const coerced = [
  ["int", "about 1,200 things", 1200],
  ["int", "-5", -5],
  ["int", 3.7, 3],
  ["int", "none", "none"],
  ["float", "$1,234.50", 1234.5],
  ["float", "-0,5 m", -0.5],
  ["float", "1.2.3", "1.2.3"],
  ["bool", "Yes", true],
  ["bool", "off", false],
  ["bool", 1, true],
  ["bool", "maybe", "maybe"],
  ["datetime", "1425517200", "2015-03-05T01:00:00Z"],
  ["datetime", 1425517200000, "2015-03-05T01:00:00Z"],
  ["datetime", "2018-05-17T13:04:00-0700", "2018-05-17T13:04:00-07:00"],
  ["datetime", "2018-05-17", "2018-05-17T00:00:00+02:00"],
  ["datetime", "2018-05-17 13:04", "2018-05-17T13:04:00+02:00"],
  ["datetime", "tomorrow at 3pm", "2026-03-02T15:00:00+01:00"],
  ["datetime", "some day", "some day"],
  ["unicode", "5", "5"],
  ["text", 5, 5],
] as const;

test.each(coerced)("coerces %s %j to %j", async (type, value, seen) => {
  const sim = await simulateZap("thing_poll: function (bundle) { return [bundle.trigger_fields]; }", {
    trigger: { fields: [{ key: "value", label: "Value", type }] },
    now: "2026-03-01T12:00:00Z",
  });
  const zap = { id: 1, user: { timezone: "Europe/Paris" } };
  const { items } = await sim.poll("thing", { trigger_fields: { value }, zap });
  expect(items).toEqual([{ value: seen }]);
});

test("takes the default of a required field that was never filled in, but not for what was emptied", async () => {
  const required: Field[] = [{ key: "size", label: "Size", type: "int", required: true, default: "7" }];
  const sim = await simulateZap("thing_poll: function (bundle) { return [bundle.trigger_fields]; }", {
    trigger: { fields: required },
  });
  expect((await sim.poll("thing")).items).toEqual([{ size: 7 }]);
  await expect(sim.poll("thing", { trigger_fields: { size: "" } })).rejects.toThrow(
    'Failed to poll thing: the trigger field "size" (Size) is required and empty.',
  );
});

test.each([
  [
    { tabel: "a" },
    'Failed to poll thing: there is no trigger field "tabel".',
    'Did you mean "table"? There are: table, limit, exact, tags, colour.',
  ],
  [{}, 'Failed to poll thing: the trigger field "table" (Table) is required and empty.', undefined],
  [
    { table: "a", colour: "blue" },
    'Failed to poll thing: the trigger field "colour" (Colour) is "blue", which it does not offer.',
    "There are: red, green.",
  ],
  [
    { table: null },
    'Failed to poll thing: the trigger field "table" (Table) is required and empty.',
    undefined,
  ],
])("refuses %j", async (trigger_fields, message, hint) => {
  await expect(poll(trigger_fields)).rejects.toMatchObject({
    name: "Failure",
    message,
    ...(hint && { hint }),
  });
});

test("coerces what a trigger's custom fields are asked with", async () => {
  const sim = await simulateZap(
    "thing_pre_custom_trigger_fields: function (bundle) { console.log(z.JSON.stringify(bundle.trigger_fields)); return {}; }",
    { trigger: { fields, custom_fields_url: "https://api.example.com/fields" } },
  );
  const { logs } = await sim.customFields(
    { trigger: "thing" },
    { fields: { limit: "5 things", exact: "yes" } },
  );
  expect(logs.map(({ text }) => text)).toEqual(['{"limit":5,"exact":true}']);
});

test("refuses auth fields that the metadata does not have", async () => {
  await expect(simulateZap("", { auth_fields: { apikey: "x" } })).rejects.toMatchObject({
    message: 'Failed to simulate: there is no auth field "apikey".',
    hint: 'Did you mean "api_key"? There are: api_key.',
  });
});
