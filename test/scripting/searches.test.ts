import { describe, expect, test } from "vitest";
import { withPortal } from "./with-portal.ts";

const held = withPortal();
const air = "qualite-de-lair-temps-reel";

async function find(search: string, search_fields: object) {
  const simulator = await held.connect();
  const { result, error } = await simulator.search(search, { search_fields: { ...search_fields } });
  return { found: result, error };
}

describe("find_dataset", () => {
  test.each(["city-budget", " City Budget "])(
    "finds %j by its identifier or its title, and its status",
    async (name) => {
      expect(await find("find_dataset", { name })).toMatchObject({
        found: {
          id: "da_bu6g3t",
          dataset_id: "city-budget",
          title: "City budget",
          status: "idle",
          is_published: true,
        },
      });
    },
  );

  test("finds one that is not published", async () => {
    held.portal.management.drafts.push(...held.portal.datasets.splice(5, 1));
    expect((await find("find_dataset", { name: "city-budget" })).found).toMatchObject({
      is_published: false,
    });
  });

  test("finds one among more than a page has room for", async () => {
    const others = held.portal.datasets.flatMap((dataset) =>
      Array.from({ length: 100 }, (_, index) => ({
        ...dataset,
        dataset_uid: `${dataset.dataset_uid}_${index}`,
        dataset_id: `${dataset.dataset_id}-${index}`,
      })),
    );
    held.portal.datasets.unshift(...others);
    expect((await find("find_dataset", { name: "city-budget" })).found).toMatchObject({ id: "da_bu6g3t" });
  });

  test("finds nothing where there is nothing", async () => {
    expect(await find("find_dataset", { name: "budget" })).toEqual({ found: undefined, error: undefined });
  });

  test("creates what it does not find, once", async () => {
    const simulator = await held.connect();
    const options = {
      search_fields: { name: "Tram Stops" },
      create: { action_fields: { title: "Tram Stops", identifier: "tram-stops" } },
    };
    const first = await simulator.search("find_dataset", options);
    const second = await simulator.search("find_dataset", options);
    expect(first.error ?? second.error).toBeUndefined();
    expect([first.created, second.created]).toEqual([true, false]);
    expect(second.result).toMatchObject({ dataset_id: "tram-stops", is_published: false });
    expect(held.portal.management.drafts).toHaveLength(1);
  });
});

describe("find_record", () => {
  test("finds by words, by a field's value, by a filter and by an area", async () => {
    const found = async (choice: object) => {
      const run = await find("find_record", { dataset: air, ...choice });
      expect(run.error).toBeUndefined();
      return (run.found as { record: { no2: number } } | undefined)?.record.no2;
    };
    expect(await found({ words: "marché 203.7" })).toBe(203.7);
    expect(await found({ field: "no2", value: "44" })).toBe(44);
    expect(await found({ field: "station", value: "Port de l'Île" })).toBe(18.2);
    expect(await found({ field: "alert", value: "True" })).toBe(203.7);
    expect(await found({ field: "measured_at", value: "2024-03-15T12:15:00+01:00" })).toBe(203.7);
    expect(await found({ filter: "alert is true" })).toBe(203.7);
    expect(await found({ area: "45.7583, 4.8422, 100m" })).toBe(18.2);
    expect(await found({ field: "station", value: 'none" or "Marché' })).toBeUndefined();
  });

  test("finds by a date", async () => {
    const { found } = await find("find_record", {
      ...{ dataset: "permis-de-construire", field: "filed_on", value: "2024-03-04" },
    });
    expect(found).toMatchObject({ record: { filed_on: "2024-03-04" } });
  });

  test("says what is wrong with a value that a field cannot have", async () => {
    const { error } = await find("find_record", { dataset: air, field: "alert", value: "perhaps" });
    expect(error).toMatchObject({
      name: "ErrorException",
      message:
        "data.example.com does not accept what this Zap asks for: ODSQL query is malformed: A text cannot be compared " +
        "to the boolean field alert Clause(s) containing the error(s): where. (ODSQLError)",
    });
  });

  test("tells the record apart by its own id", async () => {
    const { found } = await find("find_record", { dataset: "city-budget" });
    expect(found).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{40}$/),
      published: expect.stringMatching(/^2021-12-20T10:00:05/),
      record: held.dataset("city-budget").records[0],
      url: "https://data.example.com/explore/dataset/city-budget/",
    });
  });
});
