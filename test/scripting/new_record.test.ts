import { describe, expect, test } from "vitest";
import { idsOf, withPortal } from "./with-portal.ts";

const held = withPortal();
const air = "qualite-de-lair-temps-reel";
const permits = "permis-de-construire";

interface Item {
  id: string;
  published: string;
  record: { [field: string]: unknown };
}

async function poll(trigger_fields: object, meta: object = {}) {
  const simulator = await held.platform();
  const run = await simulator.poll("new_record", { trigger_fields: { ...trigger_fields }, meta });
  const items = run.items as unknown as Item[];
  return { items, error: run.error, query: held.portal.requests.at(-1)?.query };
}

describe("the items of one poll", () => {
  test("is the records of a dataset, the newest first", async () => {
    const { items, query } = await poll({
      dataset: air,
      order_by: "measured_at",
      id_fields: ["station", "measured_at"],
    });
    const times = items.map(({ record }) => record.measured_at as string);
    expect(times).toEqual([...times].sort().reverse());
    expect(items[0]).toEqual({
      id: '["Marché","2024-03-15T11:45:00+00:00"]',
      published: expect.stringMatching(/^2024-03-15T11:46:12/),
      record: held.dataset(air).records[0],
      url: `https://data.example.com/explore/dataset/${air}/`,
    });
    expect(query).toEqual([
      ["limit", "100"],
      ["order_by", "`measured_at` desc"],
      ["select", "*, recordid, record_timestamp"],
    ]);
  });

  test("is identified by the record's own id where nothing else is known", async () => {
    const { items } = await poll({ dataset: air, order_by: "measured_at" });
    expect(items[0]?.id).toMatch(/^[0-9a-f]{40}$/);
  });

  test("is only what the filter, the facets and the area choose", async () => {
    const of = async (choice: object) => {
      const { items, error } = await poll({ dataset: air, order_by: "measured_at", ...choice });
      expect(error).toBeUndefined();
      return items.map(({ record }) => record.no2);
    };
    expect(await of({ filter: "no2 > 200 AND alert is true" })).toEqual([203.7]);
    expect(await of({ filter: "no2 > 200 or no2 < 18", facets: ["station:Marché"] })).toEqual([203.7]);
    const harbour = [18.2, null, 17.9];
    expect(await of({ area: "45.7583, 4.8422, 100m" })).toEqual(harbour);
    expect(await of({ area: "(45.75,4.84),(45.76,4.84),(45.76,4.85),(45.75,4.85)" })).toEqual(harbour);
    expect(
      await of({
        area: "geofilter.polygon=(45.75,4.84),(45.76,4.84),(45.76,4.85),(45.75,4.85),(45.75,4.84)",
      }),
    ).toEqual(harbour);
    expect(
      await of({ area: "POLYGON((4.84 45.75, 4.84 45.76, 4.85 45.76, 4.85 45.75, 4.84 45.75))" }),
    ).toEqual(harbour);
  });

  test("has each id once, that of the newest record", async () => {
    const { items } = await poll({ dataset: air, order_by: "measured_at", id_fields: ["station"] });
    expect(idsOf(items)).toEqual(['["Marché"]', '["Port de l\'Île"]']);
    expect(items[0]?.record.measured_at).toBe("2024-03-15T11:45:00+00:00");
  });

  test("may be ordered by a field whose name is a number or a word of the query language", async () => {
    const { items, error } = await poll({ dataset: "city-budget", order_by: "year" });
    expect(error).toBeUndefined();
    expect(items.map(({ record }) => record.year)).toEqual([2022, 2022, 2022, 2021, 2021]);
  });

  test("is three samples only in the editor", async () => {
    expect((await poll({ dataset: air, order_by: "measured_at" }, { frontend: true })).items).toHaveLength(3);
  });

  test.each([
    [
      { dataset: "city-budget", order_by: "year", id_fields: ["chapitre"] },
      'This dataset has no identifying field "chapitre". Choose one of: year, chapter, amount.',
    ],
    [
      { dataset: "city-budget", order_by: "year", area: "45.7, 4.8, 1km" },
      'The dataset "city-budget" has no places: leave the area empty.',
    ],
    [
      { dataset: air, order_by: "measured_at", area: "Lyon" },
      '"Lyon" is not an area. Write a circle as "48.85, 2.35, 10km", a polygon as "(48.8,2.2),(48.9,2.2),(48.9,2.4)" with ' +
        'latitude before longitude, as "POLYGON((2.2 48.8, …))", or as GeoJSON.',
    ],
    [
      { dataset: air, order_by: "measured_at", area: "(4.8,145.7),(4.9,145.7),(4.9,245.8)" },
      '4.9, 245.8 is not a place on Earth. Write a circle as "48.85, 2.35, 10km", a polygon as ' +
        '"(48.8,2.2),(48.9,2.2),(48.9,2.4)" with latitude before longitude, as "POLYGON((2.2 48.8, …))", or as GeoJSON.',
    ],
  ])("says what is wrong with %j", async (trigger_fields, message) => {
    expect((await poll(trigger_fields)).error).toMatchObject({ name: "ErrorException", message });
  });

  test("is labelled as on the portal", async () => {
    const simulator = await held.platform();
    const { result } = await simulator.call("new_record_post_custom_trigger_fields", {
      request: { url: "", method: "GET", headers: {}, params: {}, data: null },
      response: { status_code: 200, headers: {}, content: JSON.stringify(held.dataset(permits)) },
      url_raw: "",
      auth_fields: { domain: "data.example.com" },
      zap: { id: 0 },
    });
    expect(result).toContainEqual({ type: "int", key: "record__surface", label: "Surface" });
    expect(result).toContainEqual({ type: "datetime", key: "record__filed_on", label: "Date de dépôt" });
    expect(result).toContainEqual({ type: "unicode", key: "record__permit_number", label: "Numéro" });
  });
});
