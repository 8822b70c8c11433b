import { describe, expect, test } from "vitest";
import type { Held } from "../with-portal.ts";
import { turnedOn } from "./turned-on.ts";

export function newDataset(held: Held): void {
  const on = (trigger_fields?: object) => turnedOn(held, "new_dataset", trigger_fields);

  /** Publishes a dataset, as a portal does. */
  function publish(dataset_id: string, time: string, data_processed: string | null = time): void {
    const { metas } = held.dataset(dataset_id);
    Object.assign(metas.default, { metadata_processed: time, data_processed });
  }

  describe("new_dataset over some days", () => {
    test("a new dataset triggers once, whatever its publisher says of its age", async () => {
      const budget = held.portal.datasets.splice(5, 1);
      const zap = await on();
      expect(await zap.ids("2024-03-15T12:15:00Z")).toEqual([]);

      held.portal.datasets.push(...budget);
      publish("city-budget", "2024-03-15T12:20:00+00:00", "2021-12-20T10:00:05+00:00");
      expect(await zap.ids("2024-03-15T12:30:00Z")).toEqual(["da_bu6g3t"]);
      expect(await zap.ids("2024-03-16T12:30:00Z")).toEqual([]);
    });

    test("a dataset that is edited, renamed, or gone and back, does not trigger", async () => {
      const zap = await on();
      publish("city-budget", "2024-03-15T12:05:00+00:00");
      held.dataset("city-budget").dataset_id = "budget";
      expect(await zap.ids("2024-03-15T12:15:00Z")).toEqual([]);

      const gone = held.portal.datasets.splice(0, 1);
      expect(await zap.ids("2024-03-16T12:15:00Z")).toEqual([]);
      held.portal.datasets.push(...gone);
      expect(await zap.ids("2024-03-17T12:15:00Z")).toEqual([]);
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
      const zap = await on();

      for (const { dataset_id } of others) publish(dataset_id, "2024-03-15T12:10:00+00:00");
      held.portal.datasets.push({
        ...structuredClone(first),
        dataset_uid: "da_new",
        dataset_id: "brand-new",
      });
      publish("brand-new", "2024-03-15T12:05:00+00:00");
      held.portal.requests.length = 0;
      expect(await zap.ids("2024-03-15T12:15:00Z")).toEqual(["da_new"]);
      expect(held.portal.requests.map(({ path }) => path)).toEqual([
        "/api/explore/v2.1/catalog/datasets",
        "/api/explore/v2.1/catalog/exports/json",
      ]);
      // Two days later, nothing was published for a day: one request is enough.
      held.portal.requests.length = 0;
      expect(await zap.ids("2024-03-17T12:15:00Z")).toEqual([]);
      expect(held.portal.requests).toHaveLength(1);
    });

    test("by change, each change of the data triggers, and publishing all anew does not where the portal keeps the date", async () => {
      const zap = await on({ event: "changed" });
      const { metas } = held.dataset("qualite-de-lair-temps-reel");
      publish("qualite-de-lair-temps-reel", "2024-03-15T12:10:00+00:00");
      expect(await zap.ids("2024-03-15T12:15:00Z")).toEqual([]);

      metas.default.modified = "2024-03-15T12:20:00+00:00";
      publish("qualite-de-lair-temps-reel", "2024-03-15T12:20:00+00:00");
      expect(await zap.ids("2024-03-15T12:30:00Z")).toEqual(["da_a1rq7x@2024-03-15T12:20:00+00:00"]);
      expect(await zap.ids("2024-03-15T12:45:00Z")).toEqual([]);
    });

    test("by change, a dataset without a date of its own triggers with each processing of its data", async () => {
      const zap = await on({ event: "changed" });
      expect(held.dataset("arbres-remarquables").metas.default.modified).toBeNull();
      publish("arbres-remarquables", "2024-03-15T12:20:00+00:00");
      expect(await zap.ids("2024-03-15T12:30:00Z")).toEqual(["da_7r33s0@2024-03-15T12:20:00+00:00"]);
    });

    test("an event while the portal is down triggers once it is back", async () => {
      const budget = held.portal.datasets.splice(5, 1);
      const zap = await on();
      held.portal.datasets.push(...budget);
      publish("city-budget", "2024-03-15T12:20:00+00:00");

      held.portal.break("502");
      expect(await zap.ids("2024-03-15T12:30:00Z")).toBe("halted: HaltedException");
      held.portal.mend();
      held.portal.exhaustQuota({ reset_time: "2024-03-16T00:00:00Z" });
      expect(await zap.ids("2024-03-15T13:00:00Z")).toBe("halted: HaltedException");
      held.portal.mend();
      expect(await zap.ids("2024-03-16T00:15:00Z")).toEqual(["da_bu6g3t"]);
    });

    test("a revoked key turns the Zap off", async () => {
      const zap = await on();
      held.portal.revokeKey();
      expect(await zap.ids("2024-03-15T12:15:00Z")).toBe("turned_off: ExpiredAuthException");
    });
  });
}
