import { describe, expect, test } from "vitest";
import { DATA_TIME } from "../portal/index.ts";
import { largeDataset, manyDatasets } from "../portal/large-data.ts";
import { withPortal } from "./with-portal.ts";

// The sizes that fit are in ./over-days/large.ts, which test/soak runs. Here are answers that the platform does not take.
const held = withPortal();

async function errorOf(trigger: string, trigger_fields: object = {}) {
  const simulator = await held.platform();
  const { error } = await simulator.poll(trigger, { trigger_fields: { ...trigger_fields } });
  return error && { name: error.name, message: error.message };
}

describe("an entry that alone has more than 5 MB", () => {
  test("is an error with the reason, for records", async () => {
    held.portal.datasets.push(largeDataset({ records: 1, bytes: 5_100_000, fields: 1 }));
    expect(await errorOf("new_record", { dataset: "large", order_by: "number" })).toEqual({
      name: "ErrorException",
      message:
        "data.example.com gave more than 5 MB for one entry, and Zapier takes no more. Set a filter, so that there are " +
        "fewer records.",
    });
  });

  test("is an error with the reason, for datasets", async () => {
    const [large] = manyDatasets(1, 5_100_000);
    if (large) large.metas.default.metadata_processed = DATA_TIME;
    held.portal.datasets.push(...(large ? [large] : []));
    expect(await errorOf("new_dataset")).toEqual({
      name: "ErrorException",
      message:
        "data.example.com gave more than 5 MB for one entry, and Zapier takes no more. Choose a theme, a publisher or " +
        "words to search for, so that there are fewer datasets.",
    });
  });
});

test("a dataset with a description of more than 5 MB is an error with the reason", async () => {
  held.dataset("city-budget").metas.default.description = "x".repeat(5_100_000);
  const { name, message } = (await errorOf("new_record", { dataset: "city-budget", order_by: "year" })) ?? {};
  expect({ name, message }).toEqual({
    name: "ErrorException",
    message: "data.example.com gave more than 5 MB in one answer, and Zapier takes no more.",
  });
});

test("an answer that is too large is asked for again with half as many; then pointers stand for heavy values", async () => {
  held.portal.datasets.push(largeDataset({ records: 100, bytes: 120_000 }));
  const simulator = await held.platform();
  await simulator.testAccount();
  held.portal.requests.length = 0;
  const { items, error } = await simulator.poll("new_record", {
    trigger_fields: { dataset: "large", order_by: "number" },
  });
  expect(error).toBeUndefined();
  const limits = held.portal.requests.flatMap(({ query }) => query.filter(([name]) => name === "limit"));
  expect(limits.map(([, limit]) => Number(limit))).toEqual([100, 50, 25, 1000]);
  expect(items).toHaveLength(100);
  const { record } = items[99] as unknown as { record: { number: number; text_0: string } };
  expect(record.number).toBe(0);
  expect((await simulator.hydrate(record.text_0)).result).toBe("x".repeat(10_000));
});
