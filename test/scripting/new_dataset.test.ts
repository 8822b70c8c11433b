import { describe, expect, test } from "vitest";
import { withPortal } from "./with-portal.ts";

const held = withPortal();

/** The datasets that a poll with these fields finds, and the query that it sent. */
async function poll(trigger_fields: object = {}, meta: object = {}) {
  const simulator = await held.platform();
  const run = await simulator.poll("new_dataset", { trigger_fields: { ...trigger_fields }, meta });
  expect(run.error).toBeUndefined();
  const items = run.items as { id: string; dataset_id: string }[];
  return { items, ids: items.map((item) => item.dataset_id), query: held.portal.requests.at(-1)?.query };
}

describe("the items of one poll", () => {
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
        license_url: held.portal.datasets[0]?.metas.default.license_url,
        references: null,
        attributions: null,
        territory: ["Rochebrune"],
        federated: true,
        source_domain: "rochebrune-metropole",
        source_domain_title: "Open data of Rochebrune Métropole",
        source_domain_address: "data.rochebrune-metropole.example",
        source_dataset: "budget",
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
