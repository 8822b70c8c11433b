import { describe, expect, test } from "vitest";
import { largeDataset, largeRecord, manyDatasets } from "../../portal/large-data.ts";
import { storage_secret } from "../../portal/storage.ts";
import type { Held } from "../with-portal.ts";
import { turnedOn } from "./turned-on.ts";

const BYTES = 6000;

/** More data than the platform takes in one answer, which is 5 MB. */
export function largePortals(held: Held): void {
  function withRecords(fields?: number) {
    const dataset = largeDataset({ records: 1500, bytes: BYTES, ...(fields && { fields }) });
    held.portal.datasets.push(dataset);
    const add = (count: number) => {
      for (let index = 0; index < count; index++) {
        dataset.records.push(largeRecord(dataset, dataset.records.length, BYTES));
      }
    };
    return { dataset, add };
  }

  describe("1,500 records of 6 kB", () => {
    const newRecord = { dataset: "large", order_by: "number" };

    test("new_record triggers for each of 600 new records", async () => {
      const { add } = withRecords();
      const zap = await turnedOn(held, "new_record", newRecord);
      expect(await zap.ids("2024-03-15T13:00:00Z")).toEqual([]);
      add(600);
      expect(await zap.ids("2024-03-15T14:00:00Z")).toHaveLength(600);
      expect(await zap.ids("2024-03-15T15:00:00Z")).toEqual([]);
    });

    test("new_record sees the 600 newest of them, and the others in no poll", async () => {
      const { add } = withRecords();
      const zap = await turnedOn(held, "new_record", newRecord);
      add(900);
      const ids = (await zap.ids("2024-03-15T14:00:00Z")) as string[];
      expect(ids.length).toBeGreaterThan(600);
      expect(ids.slice(0, 600)).toEqual(Array.from({ length: 600 }, (_, index) => `[${2399 - index}]`));
      expect(await zap.ids("2024-03-15T15:00:00Z")).toEqual([]);
    });

    test("new_record sees 1,000 of them where the most of it is one heavy field, which becomes a pointer", async () => {
      const { add } = withRecords(1);
      const zap = await turnedOn(held, "new_record", newRecord);
      add(1000);
      const items = (await zap.items("2024-03-15T14:00:00Z")) as { record: { [name: string]: string } }[];
      expect(items).toHaveLength(1000);
      const { text_0 = "", status } = items[0]?.record ?? {};
      expect(status).toBe("open");
      const platform = await held.platform();
      expect((await platform.hydrate(text_0)).result).toBe("x".repeat(BYTES));
    });

    test("field_value_changed triggers for a change within the first 600", async () => {
      const { dataset } = withRecords();
      const zap = await turnedOn(held, "field_value_changed", { dataset: "large", watched: ["status"] });
      expect(await zap.ids("2024-03-15T13:00:00Z")).toEqual([]);
      for (const number of [10, 599]) Object.assign(dataset.records[number] ?? {}, { status: "closed" });
      expect(await zap.ids("2024-03-15T14:00:00Z")).toEqual(['[10]:["closed"]', '[599]:["closed"]']);
      expect(await zap.ids("2024-03-15T15:00:00Z")).toEqual([]);
    });

    test("field_value_changed with a storage secret triggers for a change anywhere", async () => {
      const { dataset } = withRecords();
      const fields = { dataset: "large", watched: ["status"], storage_secret };
      const zap = await turnedOn(held, "field_value_changed", fields);
      for (const number of [10, 1499]) Object.assign(dataset.records[number] ?? {}, { status: "closed" });
      expect(await zap.items("2024-03-15T14:00:00Z")).toMatchObject([
        { key: "10", old_value: { status: "open" }, record: { text_0: "x".repeat(500) } },
        // Too far behind for a whole record.
        { key: "1499", old_value: { status: "open" }, record: { number: 1499, status: "closed" } },
      ]);
      expect(await zap.ids("2024-03-15T15:00:00Z")).toEqual([]);
    });
  });

  describe("150 datasets with descriptions of 60 kB", () => {
    const publish = (held: Held, time: string) => {
      for (const { metas } of held.portal.datasets) metas.default.metadata_processed = time;
    };

    test("new_dataset finds the new one behind all others, its description a pointer", async () => {
      held.portal.datasets.push(...manyDatasets(150, 60_000));
      const zap = await turnedOn(held, "new_dataset");
      expect(await zap.ids("2024-03-15T13:00:00Z")).toEqual([]);
      publish(held, "2024-03-15T13:10:00+00:00");
      const [added] = manyDatasets(1, 60_000);
      if (added) held.portal.datasets.push({ ...added, dataset_uid: "da_new", dataset_id: "new" });
      const items = (await zap.items("2024-03-15T14:00:00Z")) as { id: string; description: string }[];
      expect(items.map(({ id }) => id)).toEqual(["da_new"]);
      const platform = await held.platform();
      const { result } = await platform.hydrate(items[0]?.description ?? "");
      expect(result).toBe("x".repeat(60_000));
      expect(await zap.ids("2024-03-15T15:00:00Z")).toEqual([]);
    });

    test("updated_dataset triggers for each of them", async () => {
      held.portal.datasets.splice(0, Number.POSITIVE_INFINITY, ...manyDatasets(150, 60_000));
      const zap = await turnedOn(held, "updated_dataset", { change: "published" });
      publish(held, "2024-03-15T13:10:00+00:00");
      expect(await zap.ids("2024-03-15T14:00:00Z")).toHaveLength(150);
      expect(await zap.ids("2024-03-15T15:00:00Z")).toEqual([]);
    });
  });

  test("find_dataset finds one of 600 unpublished datasets of 11 kB by its title", async () => {
    held.portal.management.drafts.push(...manyDatasets(600, 11_000));
    const platform = await held.platform();
    const { result, error } = await platform.search("find_dataset", {
      search_fields: { name: "dataset 599" },
    });
    expect(error).toBeUndefined();
    expect(result).toMatchObject({ id: "da_many599", dataset_id: "dataset-599", title: "Dataset 599" });
  });
}
