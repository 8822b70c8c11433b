import { expect, test } from "vitest";
import type { ActionField } from "../../src/model/definitions.ts";
import { sharingSimulators } from "./integration.ts";

const simulateZap = sharingSimulators();

const fields: ActionField[] = [
  { key: "name", label: "Name", type: "unicode" },
  { key: "sku", label: "SKU", type: "unicode", parent_key: "lines", required: true },
  { key: "qty", label: "Quantity", type: "int", parent_key: "lines" },
  { key: "price", label: "Price", type: "float", parent_key: "lines", default: "1" },
  { key: "gift", label: "Gift", type: "bool", parent_key: "lines" },
];

/** An integration with an action "order" that has these fields. */
function ordering(methods: string, fields: ActionField[]) {
  const step = { key: "order", label: "Order", noun: "Order", help_text: "Orders things." };
  const url = "https://api.example.com/orders";
  return simulateZap(methods, { actions: [{ ...step, url, fields, sample: { id: 1 }, methods: [] }] });
}

/** Writes, and returns what the script sees. */
async function write(action_fields: { [key: string]: unknown }, with_fields = fields) {
  const sim = await ordering(
    `order_write: function (bundle) {
      var total = _.reduce(bundle.action_fields_full.lines || [], function (sum, line) {
        return sum + (line.qty === undefined ? 1 : line.qty) * line.price;
      }, 0);
      return { fields: bundle.action_fields_full, sent: bundle.action_fields, raw: bundle.action_fields_raw, total: total };
    }`,
    with_fields,
  );
  return (await sim.write("order", { action_fields })).result;
}

test("a member that is empty in a line is not there, so that a total is right", async () => {
  const result = await write({ sku: ["A", "B", "C"], qty: ["2", "", null], price: ["10", "5", "2.5"] });
  expect(result).toMatchObject({
    fields: {
      lines: [
        { sku: "A", qty: 2, price: 10 },
        { sku: "B", price: 5 },
        { sku: "C", price: 2.5 },
      ],
    },
    total: 27.5,
  });
  expect(result?.sent).toEqual(result?.fields);
});

test("each line has its own defaults", async () => {
  const result = await write({ sku: ["A", "B"], price: ["", "3"] });
  expect(result?.fields).toEqual({
    lines: [
      { sku: "A", price: 1 },
      { sku: "B", price: 3 },
    ],
  });
});

test("lines are given as objects, too", async () => {
  const lines = [{ sku: "A", qty: 2, gift: "no" }, { sku: "B" }];
  expect(await write({ name: "n", lines })).toMatchObject({
    fields: {
      name: "n",
      lines: [
        { sku: "A", qty: 2, gift: false, price: 1 },
        { sku: "B", price: 1 },
      ],
    },
    raw: { name: "n", lines: [{ sku: "A", qty: "2", gift: "no" }, { sku: "B" }] },
  });
});

test("the written values are texts, without empty ones", async () => {
  const { raw } = (await write({ name: 5, sku: ["A", "B"], qty: ["2 pieces", ""] })) ?? {};
  expect(raw).toEqual({ name: "5", lines: [{ sku: "A", qty: "2 pieces" }, { sku: "B" }] });
});

test("there are no lines where nothing is filled in, though a member has a default", async () => {
  const optional = fields.map((field) => ({ ...field, required: false }));
  expect((await write({ name: "n" }, optional))?.fields).toEqual({ name: "n" });
  expect((await write({ name: "n", lines: [] }, optional))?.fields).toEqual({ name: "n" });
  expect((await write({ name: "n", sku: "", qty: ["", ""] }, optional))?.fields).toEqual({ name: "n" });
});

test("a line has one value of a member that is a list", async () => {
  const listed = fields.map((field) => ({ ...field, list: true }));
  expect((await write({ sku: ["A"], qty: ["2"] }, listed))?.fields).toEqual({
    lines: [{ sku: "A", qty: 2, price: 1 }],
  });
});

test.each([
  [
    { sku: ["A", ""], qty: [1, 2] },
    'the action field "sku" (SKU) in line 2 of "lines" is required and empty.',
    undefined,
  ],
  [
    { sku: ["A"], qty: [1, 2] },
    'the action field "sku" (SKU) in line 2 of "lines" is required and empty.',
    undefined,
  ],
  [
    { lines: [{ sku: "A" }, { qty: 1 }] },
    'the action field "sku" (SKU) in line 2 of "lines" is required and empty.',
    undefined,
  ],
  [{ qty: 1 }, 'the action field "sku" (SKU) in line 1 of "lines" is required and empty.', undefined],
  [{ name: "n" }, 'the action field "sku" (SKU) is required and empty.', undefined],
  [
    { lines: [{ skuu: "A" }] },
    'there is no action field "skuu" in line 1 of "lines".',
    "Did you mean sku? There are: sku, qty, price, gift.",
  ],
  [
    { lines: { sku: "A" } },
    'the line items "lines" must be a list of objects, one a line.',
    "Each has sku, qty, price, gift.",
  ],
  [
    { lines: [{ sku: "A" }], qty: [1] },
    'the action field "qty" belongs to "lines", and both are given.',
    'Give "lines" a list of objects, or each of its fields a list.',
  ],
  [
    { sku: ["A"], qty: [{ n: 1 }] },
    'the action field "qty" (Quantity) in line 1 of "lines" is an object, and must be one value.',
    undefined,
  ],
  [
    { skuu: ["A"] },
    'there is no action field "skuu".',
    "Did you mean sku? There are: name, sku, qty, price, gift, lines.",
  ],
])("refuses %j", async (action_fields, why, hint) => {
  await expect(write(action_fields)).rejects.toMatchObject({
    fault: `Failed to write order: ${why}`,
    ...(hint && { hint }),
  });
});

test("shows custom_action_fields what is written so far", async () => {
  const sim = await ordering(
    `order_custom_action_fields: function (bundle) {
      console.log(z.JSON.stringify([bundle.action_fields, bundle.action_fields_full]));
      return [];
    }`,
    [...fields, { key: "owner__age", label: "Age", type: "int" }],
  );
  const { logs } = await sim.customFields(
    { action: "order" },
    { fields: { owner__age: 40, sku: ["A", ""], qty: [2, 3] } },
  );
  const lines = '"lines":[{"sku":"A","qty":"2"},{"qty":"3"}]';
  expect(logs.map(({ text }) => text)).toEqual([
    `[{${lines},"owner":{"age":"40"}},{"owner__age":"40",${lines}}]`,
  ]);
});
