import { describe, expect, test } from "vitest";
import type { Held } from "../with-portal.ts";
import { turnedOn } from "./turned-on.ts";

const AIR = "qualite-de-lair-temps-reel";
const TREES = "arbres-remarquables";

export function updatedDataset(held: Held): void {
  const on = (trigger_fields?: object) => turnedOn(held, "updated_dataset", trigger_fields);

  function publish(dataset_id: string, time: string): void {
    Object.assign(held.dataset(dataset_id).metas.default, { metadata_processed: time, data_processed: time });
  }

  describe("updated_dataset over some days", () => {
    test("triggers for each change of the data, and for a new dataset", async () => {
      const budget = held.portal.datasets.splice(5, 1);
      const zap = await on();
      held.dataset(AIR).metas.default.modified = "2024-03-15T12:10:00+00:00";
      publish(AIR, "2024-03-15T12:10:30+00:00");
      publish(TREES, "2024-03-15T12:05:00+00:00");
      held.portal.datasets.push(...budget);
      publish("city-budget", "2024-03-15T12:00:00+00:00");
      expect(await zap.items("2024-03-15T12:15:00Z")).toMatchObject([
        { id: "da_a1rq7x@2024-03-15T12:10:00+00:00", changed_at: "2024-03-15T12:10:00+00:00" },
        { id: "da_7r33s0@2024-03-15T12:05:00+00:00", title: "Arbres remarquables" },
        {
          id: "da_bu6g3t@2024-03-15T12:00:00+00:00",
          source_domain_title: "Open data of Rochebrune Métropole",
        },
      ]);
      expect(await zap.ids("2024-03-15T12:30:00Z")).toEqual([]);
      // Published again without a change, by a portal that keeps the date of changes.
      publish(AIR, "2024-03-16T08:00:00+00:00");
      expect(await zap.ids("2024-03-16T08:05:00Z")).toEqual([]);
    });

    test("triggers for each publication when that is chosen", async () => {
      const zap = await on({ change: "published", search: "pollution" });
      publish(AIR, "2024-03-15T12:10:00+00:00");
      expect(await zap.ids("2024-03-15T12:15:00Z")).toEqual(["da_a1rq7x@2024-03-15T12:10:00+00:00"]);
      publish(AIR, "2024-03-15T12:20:00+00:00");
      publish(TREES, "2024-03-15T12:20:00+00:00");
      expect(await zap.ids("2024-03-15T12:30:00Z")).toEqual(["da_a1rq7x@2024-03-15T12:20:00+00:00"]);
    });

    test("watches the datasets that a condition and further facets choose", async () => {
      const zap = await on({ filter: "records_count > 3 or title like 'budget'", facets: ["features: geo"] });
      for (const { dataset_id } of held.portal.datasets) publish(dataset_id, "2024-03-15T12:10:00+00:00");
      held.dataset(AIR).metas.default.modified = "2024-03-15T12:10:00+00:00";
      const withPlaces = held.portal.datasets.filter(
        ({ features, records }) => features.includes("geo") && records.length > 3,
      );
      const ids = (await zap.ids("2024-03-15T12:15:00Z")) as string[];
      expect(ids.map((id) => id.split("@")[0]).sort()).toEqual(
        withPlaces.map(({ dataset_uid }) => dataset_uid).sort(),
      );
    });
  });
}
