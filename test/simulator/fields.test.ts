import { expect, test } from "vitest";
import type { Runtime } from "zapc/simulator";
import type { Field } from "../../src/model/definitions.ts";
import { sharingSimulators } from "./integration.ts";

const simulateZap = sharingSimulators();

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
  ["int", "3.7", 3],
  ["int", "-3.7", -3],
  ["int", "1e3", 1000],
  ["int", true, 0],
  ["float", "$1,234.50", 1234.5],
  ["float", "1.234,50", 1234.5],
  ["float", "1.234.567", 1234567],
  ["float", "-0,5 m", -0.5],
  ["float", "1e-3", 0.001],
  ["float", "5", 5],
  ["bool", "Yes", true],
  ["bool", "no", false],
  ["bool", 1, true],
  ["bool", 0, false],
  ["bool", true, true],
  ["datetime", "1425517200", "2015-03-05T01:00:00Z"],
  ["datetime", 1425517200000, "2015-03-05T01:00:00Z"],
  ["datetime", "2018-05-17T13:04:00-0700", "2018-05-17T13:04:00-07:00"],
  ["datetime", "2018-05-17", "2018-05-17T00:00:00+02:00"],
  ["datetime", "2018-05-17 13:04", "2018-05-17T13:04:00+02:00"],
  ["datetime", "tomorrow at 3pm", "2026-03-02T15:00:00+01:00"],
  ["datetime", "July 4 2026 9am", "2026-07-04T09:00:00+02:00"],
  ["datetime", "in 6 months", "2026-09-01T09:00:00+02:00"],
  ["datetime", "in 697 hours", "2026-03-30T15:00:00+02:00"],
  ["datetime", "July 4 9am EST", "2026-07-04T16:00:00+02:00"],
  ["datetime", "July 4", "2026-07-04T09:00:00+02:00"],
  ["datetime", "tonight", "2026-03-01T22:00:00+01:00"],
  ["datetime", "this evening", "2026-03-01T20:00:00+01:00"],
  ["datetime", "March 29 2026 2:30am", "2026-03-29T03:30:00+02:00"],
  ["datetime", "gibberish", "gibberish"],
  ["datetime", "2026-02-30", "2026-02-30"],
  ["datetime", "2026-13-45", "2026-13-45"],
  ["datetime", true, "True"],
  ["unicode", "5", "5"],
  ["unicode", 5, "5"],
  ["unicode", false, "False"],
  ["unicode", ["a", 1, null, true], "a,1,True"],
  ["text", " a ", " a "],
  ["text", 5, "5"],
  ["file", "5", "5"],
  ["file", 5, 5],
  ["file", ["a", true], ["a", true]],
  ["password", 5, "5"],
  ["int", ["12"], 12],
  ["dict", { a: 1, b: true, c: null, d: "x" }, { a: "1", b: "True", d: "x" }],
] as const;

/** Values of a type as scripting sees them, in Paris. */
async function seen(type: Field["type"], values: readonly unknown[], runtime: Runtime): Promise<unknown[]> {
  const sim = await simulateZap("thing_poll: function (bundle) { return [bundle.trigger_fields]; }", {
    trigger: { fields: [{ key: "value", label: "Value", type }] },
    now: "2026-03-01T12:00:00Z",
    runtime,
  });
  const zap = { id: 1, user: { timezone: "Europe/Paris" } };
  const found: unknown[] = [];
  for (const value of values) {
    const { items } = await sim.poll("thing", { trigger_fields: { value }, zap });
    found.push((items[0] as { value: unknown }).value);
  }
  return found;
}

test.each([
  ["America/New_York", "2026-01-15T12:00:00Z", "July 4 2026 9am", "2026-07-04T09:00:00-04:00"],
  ["America/New_York", "2026-07-15T12:00:00Z", "January 15 2027 9am", "2027-01-15T09:00:00-05:00"],
  ["Europe/Paris", "2026-07-15T12:00:00Z", "December 24 at 6pm", "2026-12-24T18:00:00+01:00"],
  // Without a year it is the nearest one.
  ["Europe/Paris", "2026-01-15T12:00:00Z", "December 24 at 6pm", "2025-12-24T18:00:00+01:00"],
  ["Europe/Paris", "2026-10-24T23:30:00Z", "tomorrow", "2026-10-26T09:00:00+01:00"],
  ["Australia/Sydney", "2026-01-15T12:00:00Z", "tomorrow", "2026-01-16T09:00:00+11:00"],
])("reads a date in %s at %s: %s", async (timezone, now, text, read) => {
  const sim = await simulateZap("thing_poll: function (bundle) { return [bundle.trigger_fields]; }", {
    trigger: { fields: [{ key: "due", label: "Due", type: "datetime" }] },
    now,
  });
  const { items } = await sim.poll("thing", {
    trigger_fields: { due: text },
    zap: { id: 1, user: { timezone } },
  });
  expect(items).toEqual([{ due: read }]);
});

const types = [...new Set(coerced.map(([type]) => type))];

test.each(types)("coerces values of the type %s", async (of) => {
  const cases = coerced.filter(([type]) => type === of);
  const found = await seen(
    of,
    cases.map(([, value]) => value),
    "converted",
  );
  expect(cases.map(([type, value], index) => [type, value, found[index]])).toEqual(cases);
});

test.each([
  ["int", { abc: 0, none: 0 }],
  ["float", { abc: 0, "1.2.3": 1.2, "1e999": 1999 }],
  ["bool", { maybe: true, off: true, "No thanks": false }],
] as const)(
  "makes of %s %j what production does, and leaves it as text on the legacy runtime",
  async (type, made) => {
    const texts = Object.keys(made);
    expect(await seen(type, texts, "converted")).toEqual(Object.values(made));
    const documented = { off: false } as { [text: string]: unknown };
    expect(await seen(type, texts, "legacy")).toEqual(texts.map((text) => documented[text] ?? text));
  },
);

test("coerces what an account is connected with", async () => {
  const sim = await simulateZap("thing_poll: function (bundle) { return [bundle.auth_fields]; }", {
    auth: {
      fields: [
        { key: "port", label: "Port", type: "int" },
        { key: "secure", label: "Secure", type: "bool", default: "no" },
      ],
    },
    auth_fields: { port: "8,080", secure: "" },
  });
  expect((await sim.poll("thing")).items).toEqual([{ port: 8080, secure: false }]);
});

test.each([
  [{ tags: ["x", "", null, 5] }, { tags: ["x", "5"] }],
  [{ tags: ["", null] }, {}],
  [{ tags: [] }, {}],
  [{ colours: ["red", "", null] }, { colours: ["red"] }],
  [{ pairs: {} }, {}],
  [{ sizes: ["1 m", "", "abc"] }, { sizes: [1, 0] }],
])("%j is filled in as %j", async (trigger_fields, expected) => {
  const sim = await simulateZap("thing_poll: function (bundle) { return [bundle.trigger_fields]; }", {
    trigger: {
      fields: [
        { key: "tags", label: "Tags", type: "unicode", list: true },
        { key: "sizes", label: "Sizes", type: "int", list: true },
        { key: "colours", label: "Colours", type: "unicode", list: true, choices: ["red", "green"] },
        { key: "pairs", label: "Pairs", type: "dict" },
      ],
    },
  });
  expect((await sim.poll("thing", { trigger_fields })).items).toEqual([expected]);
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
    "Did you mean table? There are: table, limit, exact, tags, colour.",
  ],
  [{}, 'Failed to poll thing: the trigger field "table" (Table) is required and empty.', undefined],
  [
    { table: "a", colour: "blue" },
    'Failed to poll thing: the trigger field "colour" (Colour) is "blue", which it does not offer.',
    "There are: red, green.",
  ],
  [
    { table: { name: "a" } },
    'Failed to poll thing: the trigger field "table" (Table) is an object, and must be one value.',
    undefined,
  ],
  [
    { table: "a", tags: [["x"]] },
    'Failed to poll thing: the trigger field "tags" (Tags) is a list, and must be a list of values.',
    undefined,
  ],
  [
    { table: null },
    'Failed to poll thing: the trigger field "table" (Table) is required and empty.',
    undefined,
  ],
])("refuses %j", async (trigger_fields, fault, hint) => {
  await expect(poll(trigger_fields)).rejects.toMatchObject({
    name: "Failure",
    fault,
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
    fault: 'Failed to simulate: there is no auth field "apikey".',
    hint: "Did you mean api_key? There are: api_key.",
  });
});
