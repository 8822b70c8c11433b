import { expect, test } from "vitest";
import { withPortal } from "./portal-simulator.ts";

const held = withPortal();
const air = "qualite-de-lair-temps-reel";

async function poll(trigger_fields: object, meta: object = {}) {
  const simulator = await held.connect();
  const run = await simulator.poll("new_record", { trigger_fields: { ...trigger_fields }, meta });
  const items = run.items as { id: string; published: string; record: { [field: string]: unknown } }[];
  return { items, error: run.error, query: held.portal.requests.at(-1)?.query };
}

test("finds the records of a dataset, the newest first", async () => {
  const { items, query } = await poll({ dataset: air, order_by: "measured_at" });
  const times = items.map(({ record }) => record.measured_at as string);
  expect(times).toEqual([...times].sort().reverse());
  expect(items[0]).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{40}$/),
    published: expect.stringMatching(/^2024-03-15T11:46:12/),
    record: held.portal.datasets.find(({ dataset_id }) => dataset_id === air)?.records[0],
  });
  expect(query).toEqual([
    ["order_by", "`measured_at` desc"],
    ["limit", "100"],
    ["include_app_metas", "true"],
  ]);
});

test("has only the records that match the filter", async () => {
  const { items } = await poll({
    dataset: air,
    order_by: "measured_at",
    filter: "no2 > 200 AND alert is true",
  });
  expect(items.map(({ record }) => record.no2)).toEqual([203.7]);
});

test("keeps a record's id when it is edited, if fields identify it", async () => {
  const fields = {
    dataset: "permis-de-construire",
    order_by: "filed_on",
    id_fields: ["permit_number", " status "],
  };
  const before = await poll(fields);
  expect(before.items[0]?.id).toBe('["PC 099 24 00012","En instruction"]');
  for (const record of held.portal.datasets.flatMap(({ records }) => records)) record.surface = 1;
  expect((await poll(fields)).items.map(({ id }) => id)).toEqual(before.items.map(({ id }) => id));
});

test("has each id once, that of the newest record", async () => {
  const { items } = await poll({ dataset: air, order_by: "measured_at", id_fields: ["station"] });
  const ids = items.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(items[0]?.record.measured_at).toBe("2024-03-15T11:45:00+00:00");
});

test("takes names that are numbers or words of the query language", async () => {
  const { items, error } = await poll({ dataset: "city-budget", order_by: "year" });
  expect(error).toBeUndefined();
  expect(items.map(({ record }) => record.year)).toEqual([2022, 2022, 2022, 2021, 2021]);
});

test("asks for three samples only in the editor", async () => {
  expect((await poll({ dataset: air, order_by: "measured_at" }, { frontend: true })).items).toHaveLength(3);
});

test("says which identifying field is not there, and which are", async () => {
  const { error } = await poll({ dataset: "city-budget", order_by: "year", id_fields: ["chapitre"] });
  expect(error).toMatchObject({
    name: "ErrorException",
    message:
      'The identifying field "chapitre" is not in this dataset. Its fields are: year, chapter, amount.',
  });
});
