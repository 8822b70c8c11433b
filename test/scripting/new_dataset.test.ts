import { describe, expect, test } from "vitest";
import { idsOf, withPortal } from "./portal-simulator.ts";

const held = withPortal();

/** The datasets that a poll with these fields finds, and the query that it sent. */
async function poll(trigger_fields: object = {}, meta: object = {}) {
  const simulator = await held.connect();
  const run = await simulator.poll("new_dataset", { trigger_fields: { ...trigger_fields }, meta });
  expect(run.error).toBeUndefined();
  const items = run.items as { id: string; dataset_id: string }[];
  return { items, ids: items.map((item) => item.dataset_id), query: held.portal.requests.at(-1)?.query };
}

/** A Zap that is on, and what it triggers for at a time. */
async function turnedOn(trigger_fields: object = {}) {
  const simulator = await held.connect();
  const zap = await simulator.turnOn("new_dataset", { trigger_fields: { ...trigger_fields } });
  expect(zap.turnedOn.error).toBeUndefined();
  return async (time: string) => {
    held.at(time);
    return zap.poll();
  };
}

/** As the portal does when a dataset is published. */
function publish(dataset_id: string, time: string, data_processed: string | null = time): void {
  const { metas } = held.dataset(dataset_id);
  Object.assign(metas.default, { metadata_processed: time, data_processed });
}

describe("what one poll gives", () => {
  test("is every dataset, under the identifier that never changes", async () => {
    const { items, query } = await poll();
    expect(items.map(({ id }) => id)).toEqual(held.portal.datasets.map(({ dataset_uid }) => dataset_uid));
    expect(query).toEqual([
      ["limit", "100"],
      ["offset", "0"],
      ["order_by", "`metadata_processed` desc"],
      ["select", "dataset_uid, dataset_id, attachments, metas"],
    ]);
  });

  test("tells what the portal says of a dataset, and where it is", async () => {
    const { items } = await poll({ search: "budget" });
    expect(items).toEqual([
      {
        id: "da_bu6g3t",
        dataset_uid: "da_bu6g3t",
        dataset_id: "city-budget",
        title: "City budget",
        description: "<p>Adopted budget by chapter.</p>",
        theme: ["Administration, Government, Public finances, Citizenship"],
        keyword: ["budget", "finance"],
        publisher: "Rochebrune Métropole",
        language: "en",
        license: held.portal.datasets[0]?.metas.default.license,
        records_count: 5,
        modified: "2021-12-20T10:00:00+00:00",
        data_processed: "2021-12-20T10:00:05+00:00",
        metadata_processed: "2024-03-14T06:00:02.656000+00:00",
        url: "https://data.example.com/explore/dataset/city-budget/",
        csv: expect.stringMatching(/^hydrate\|\|\|/),
        attachments: [],
      },
    ]);
  });

  test("filters by search text, theme, keyword, language and publisher, all at once", async () => {
    expect((await poll({ theme: "Environnement" })).ids.sort()).toEqual([
      "arbres-remarquables",
      "qualite-de-lair-temps-reel",
    ]);
    expect((await poll({ language: "en" })).ids).toEqual(["city-budget"]);
    expect((await poll({ keyword: "finance" })).ids).toEqual(["city-budget"]);
    expect((await poll({ publisher: "Office de tourisme" })).ids).toEqual(["agenda-des-evenements"]);
    const { ids, query } = await poll({ search: "pollution", theme: "Environnement", language: "fr" });
    expect(ids).toEqual(["qualite-de-lair-temps-reel"]);
    expect(query).toEqual([
      ["limit", "100"],
      ["offset", "0"],
      ["order_by", "`metadata_processed` desc"],
      ["refine", "theme:Environnement"],
      ["refine", "language:fr"],
      ["select", "dataset_uid, dataset_id, attachments, metas"],
      ["where", '("pollution")'],
    ]);
  });

  test("searches for what the user typed, whatever it looks like in the query language", async () => {
    const { ids, query } = await poll({ search: 'qualité" OR "budget \\' });
    expect(ids).toEqual([]);
    expect(query).toContainEqual(["where", '("qualité\\" OR \\"budget \\\\")']);
  });

  test("is three samples only in the editor", async () => {
    expect((await poll({}, { frontend: true })).ids).toHaveLength(3);
  });
});

describe("over some days", () => {
  test("a new dataset triggers once, whatever its publisher says of its age", async () => {
    const budget = held.portal.datasets.splice(5, 1);
    const at = await turnedOn();
    expect((await at("2024-03-15T12:15:00Z")).items).toEqual([]);

    held.portal.datasets.push(...budget);
    publish("city-budget", "2024-03-15T12:20:00+00:00", "2021-12-20T10:00:05+00:00");
    expect(idsOf((await at("2024-03-15T12:30:00Z")).items)).toEqual(["da_bu6g3t"]);
    expect((await at("2024-03-16T12:30:00Z")).items).toEqual([]);
  });

  test("a dataset that is edited, renamed, or gone and back, does not trigger", async () => {
    const at = await turnedOn();
    publish("city-budget", "2024-03-15T12:05:00+00:00");
    held.dataset("city-budget").dataset_id = "budget";
    expect((await at("2024-03-15T12:15:00Z")).items).toEqual([]);

    const gone = held.portal.datasets.splice(0, 1);
    expect((await at("2024-03-16T12:15:00Z")).items).toEqual([]);
    held.portal.datasets.push(...gone);
    expect((await at("2024-03-17T12:15:00Z")).items).toEqual([]);
  });

  test("a new dataset behind a hundred others that were published anew is found", async () => {
    const [first] = held.portal.datasets;
    if (!first) throw new Error("The portal has no datasets.");
    const others = Array.from({ length: 250 }, (_, index) => ({
      ...structuredClone(first),
      dataset_uid: `da_${index}`,
      dataset_id: `dataset-${index}`,
    }));
    held.portal.datasets.push(...others);
    const at = await turnedOn();

    for (const { dataset_id } of others) publish(dataset_id, "2024-03-15T12:10:00+00:00");
    held.portal.datasets.push({ ...structuredClone(first), dataset_uid: "da_new", dataset_id: "brand-new" });
    publish("brand-new", "2024-03-15T12:05:00+00:00");
    const run = await at("2024-03-15T12:15:00Z");
    expect(idsOf(run.items)).toEqual(["da_new"]);
    expect(run.requests).toHaveLength(3);
    // Two days later, nothing was published for a day: one request is enough.
    expect((await at("2024-03-17T12:15:00Z")).requests).toHaveLength(1);
  });

  test("by change, each change of the data triggers, and publishing all anew does not where the portal keeps the date", async () => {
    const at = await turnedOn({ event: "changed" });
    const { metas } = held.dataset("qualite-de-lair-temps-reel");
    publish("qualite-de-lair-temps-reel", "2024-03-15T12:10:00+00:00");
    expect((await at("2024-03-15T12:15:00Z")).items).toEqual([]);

    metas.default.modified = "2024-03-15T12:20:00+00:00";
    publish("qualite-de-lair-temps-reel", "2024-03-15T12:20:00+00:00");
    expect(idsOf((await at("2024-03-15T12:30:00Z")).items)).toEqual(["da_a1rq7x@2024-03-15T12:20:00+00:00"]);
    expect((await at("2024-03-15T12:45:00Z")).items).toEqual([]);
  });

  test("by change, a dataset without a date of its own triggers with each processing of its data", async () => {
    const at = await turnedOn({ event: "changed" });
    expect(held.dataset("arbres-remarquables").metas.default.modified).toBeNull();
    publish("arbres-remarquables", "2024-03-15T12:20:00+00:00");
    expect(idsOf((await at("2024-03-15T12:30:00Z")).items)).toEqual(["da_7r33s0@2024-03-15T12:20:00+00:00"]);
  });

  test("what happens while the portal is down triggers once it is back", async () => {
    const budget = held.portal.datasets.splice(5, 1);
    const at = await turnedOn();
    held.portal.datasets.push(...budget);
    publish("city-budget", "2024-03-15T12:20:00+00:00");

    held.portal.break("502");
    expect(await at("2024-03-15T12:30:00Z")).toMatchObject({ outcome: "halted", items: [] });
    held.portal.mend();
    held.portal.exhaustQuota({ reset_time: "2024-03-16T00:00:00Z" });
    expect(await at("2024-03-15T13:00:00Z")).toMatchObject({ outcome: "halted", items: [] });
    held.portal.mend();
    expect(idsOf((await at("2024-03-16T00:15:00Z")).items)).toEqual(["da_bu6g3t"]);
  });

  test("a revoked key turns the Zap off", async () => {
    const at = await turnedOn();
    held.portal.revokeKey();
    expect(await at("2024-03-15T12:15:00Z")).toMatchObject({
      outcome: "turned_off",
      error: { name: "ExpiredAuthException" },
    });
  });
});
