import { expect, test } from "vitest";
import type { Field } from "../../src/model/definitions.ts";
import { simulateZap } from "./integration.ts";

const fields: Field[] = [
  { key: "table", label: "Table", type: "unicode", required: true },
  { key: "limit", label: "Limit", type: "int", default: "10" },
  { key: "exact", label: "Exact", type: "bool" },
  { key: "tags", label: "Tags", type: "unicode", list: true },
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

test.each([
  [
    { tabel: "a" },
    'Failed to poll thing: there is no trigger field "tabel".',
    'Did you mean "table"? There are: table, limit, exact, tags, about.',
  ],
  [{}, 'Failed to poll thing: the trigger field "table" (Table) is required and empty.', undefined],
  [
    { table: "a", limit: "5" },
    'Failed to poll thing: the trigger field "limit" (Limit) is "5", and must be a whole number.',
    "Give the value as scripting sees it: the platform's own conversions are not simulated yet.",
  ],
  [
    { table: "a", tags: ["x", 5] },
    'Failed to poll thing: the trigger field "tags" (Tags) is ["x",5], and must be a list, each entry a text.',
    "Give the value as scripting sees it: the platform's own conversions are not simulated yet.",
  ],
])("refuses %j", async (trigger_fields, message, hint) => {
  await expect(poll(trigger_fields)).rejects.toMatchObject({
    name: "Failure",
    message,
    ...(hint && { hint }),
  });
});

test("refuses auth fields that the metadata does not have", async () => {
  await expect(simulateZap("", { auth_fields: { apikey: "x" } })).rejects.toMatchObject({
    message: 'Failed to simulate: there is no auth field "apikey".',
    hint: 'Did you mean "api_key"? There are: api_key.',
  });
});
